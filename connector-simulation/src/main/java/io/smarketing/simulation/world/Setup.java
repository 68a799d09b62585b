package io.smarketing.simulation.world;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.mapping.Mapping;

/**
 * What is simulated: how people are kept in step between a portal and an org.
 *
 * @param portal the HubSpot portal by its name in the mapping
 * @param org the Salesforce org by its name in the mapping
 */
public record Setup(CrmId portal, CrmId org, Mapping mapping) {}
