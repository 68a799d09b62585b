package io.smarketing.salesforce;

import io.smarketing.http.Fan;
import io.smarketing.http.Pacer;
import io.smarketing.salesforce.auth.SignIn;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soap.MetadataApi;
import io.smarketing.salesforce.soap.PartnerApi;

/** The connection to one org, which goes on when its schema is read anew. */
record Line(SignIn signIn, Rest rest, Pacer pacer, MetadataApi metadata, PartnerApi partner, Fan fan) {}
