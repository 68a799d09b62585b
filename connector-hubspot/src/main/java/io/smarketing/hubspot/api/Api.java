package io.smarketing.hubspot.api;

import io.smarketing.http.CrmHttp;
import io.smarketing.http.Fan;

/** One portal as it is called: the door, its paths, and how calls go side by side. */
public record Api(CrmHttp http, Paths paths, Fan fan) {

    /** Rows of a batch call; HubSpot takes no more. */
    public static final int BATCH = 100;
}
