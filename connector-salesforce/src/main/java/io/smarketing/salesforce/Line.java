package io.smarketing.salesforce;

import io.smarketing.http.Fan;
import io.smarketing.http.Pacer;
import io.smarketing.salesforce.auth.SignIn;
import io.smarketing.salesforce.rest.Allowance;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soap.MetadataApi;
import io.smarketing.salesforce.soap.PartnerApi;

/** The connection to one org, which goes on when its schema is read anew. */
record Line(SignIn signIn, Rest rest, Pace pace, MetadataApi metadata, PartnerApi partner, Fan fan) {

    /** How many calls we make, and how many the org allows. */
    record Pace(Pacer pacer, Allowance allowance) {}
}
