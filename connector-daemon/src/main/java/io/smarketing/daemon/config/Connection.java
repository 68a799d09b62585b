package io.smarketing.daemon.config;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Settings;

/** How one CRM is reached, and how much of its quota we may use. */
public record Connection(CrmProvider provider, Settings settings, Budget budget) {}
