package io.smarketing.core.crm;

import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import java.util.List;

/** All that an adapter module must offer; found by ServiceLoader, so it has a constructor without arguments. */
public interface CrmProvider {

    /** The word for this kind of CRM in the configuration ({@code type: ...}). */
    String type();

    /** The settings it understands, in the order in which an admin reads them. */
    List<SettingSpec> settings();

    /** What settings lack or contradict together, one sentence each, beyond what the specs say; empty if fine. */
    List<String> check(Settings settings);

    /**
     * The record types that can hold one of a subject, the preferred one first (a contact before a lead); none if this
     * kind of CRM does not keep it.
     */
    List<RecordType> types(Subject subject);

    /** The record type in which a new one of a subject, which it keeps, is created. */
    RecordType newType(Subject subject);

    /**
     * Opens an account, and gives its people; {@link Crm#of(Subject)} gives the other subjects of which fields are wanted.
     * Nothing is called yet that costs more than the login needs.
     *
     * @throws io.smarketing.core.crm.failure.CrmException if it refuses us
     */
    Crm open(CrmId id, Settings settings, Wanted wanted, Surroundings surroundings);
}
