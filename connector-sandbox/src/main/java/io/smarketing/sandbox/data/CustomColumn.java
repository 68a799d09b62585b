package io.smarketing.sandbox.data;

/**
 * One custom column of the data, by the name it bears in each CRM: a property of HubSpot contacts, and a field of
 * Salesforce leads and contacts.
 */
public record CustomColumn(String hubspot, String salesforce) {}
