package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.ReportLayoutSection;
import com.sforce.soap.metadata.ReportType;
import com.sforce.soap.metadata.ReportTypeCategory;
import com.sforce.soap.metadata.ReportTypeColumn;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.provision.FieldStep.Place;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soap.MetadataApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The report types with which people count leads and contacts by what the connector knows of them. */
final class ReportStep implements Step {

    private static final String KIND = "report type";

    /** Who a person is; the same on both objects. */
    private static final List<String> WHO = List.of("FirstName", "LastName", "LeadSource", "Owner", "CreatedDate");

    /** Those that a new report shows at once. */
    private static final Set<Purpose> SHOWN = Set.of(Purpose.STAGE, Purpose.VERDICT, Purpose.REASON, Purpose.RATING);

    private final MetadataApi metadata;
    private final FieldStep fields;
    private Set<String> there = Set.of();

    ReportStep(MetadataApi metadata, FieldStep fields) {
        this.metadata = metadata;
        this.fields = fields;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        Map<RecordType, List<Place>> wanted = wanted(blueprint);
        there = metadata.read(
                        ReportType.class,
                        wanted.keySet().stream().map(ReportStep::name).toList())
                .keySet();
        List<Part> parts = new ArrayList<>();
        wanted.keySet()
                .forEach(type -> parts.add(
                        there.contains(name(type))
                                ? Part.present(KIND, name(type))
                                : Part.missing(KIND, name(type), label(type))));
        return parts;
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        List<ReportType> fresh = new ArrayList<>();
        wanted(blueprint).forEach((type, places) -> {
            if (!there.contains(name(type))) {
                fresh.add(reportType(type, places));
            }
        });
        return metadata.create(fresh);
    }

    /** The fields of each object of people; an object without any needs no report type. */
    private static Map<RecordType, List<Place>> wanted(Blueprint blueprint) {
        Map<RecordType, List<Place>> wanted = new LinkedHashMap<>();
        for (RecordType type : List.of(OrgTypes.LEAD, OrgTypes.CONTACT)) {
            List<Place> places = Place.all(blueprint).stream()
                    .filter(place -> place.type().equals(type) && place.isCustom())
                    .filter(place -> !place.field().is(Purpose.KEY))
                    .toList();
            if (!places.isEmpty()) {
                wanted.put(type, places);
            }
        }
        return wanted;
    }

    private static String name(RecordType type) {
        return "Smarketing_" + type + "s";
    }

    private static String label(RecordType type) {
        return type + "s with quality, stages and sales' answer";
    }

    private ReportType reportType(RecordType type, List<Place> places) {
        ReportLayoutSection section = new ReportLayoutSection();
        section.setMasterLabel(type.name());
        // one field that could not be made must not keep the report type from being made
        section.setColumns(Stream.concat(
                        WHO.stream().map(field -> column(type, field, true)),
                        places.stream()
                                .filter(place -> fields.there().contains(place.fullName()))
                                .map(place -> column(
                                        type,
                                        place.name().text(),
                                        SHOWN.contains(place.field().purpose()))))
                .toArray(ReportTypeColumn[]::new));
        ReportType report = new ReportType();
        report.setFullName(name(type));
        report.setBaseObject(type.name());
        report.setCategory(type.equals(OrgTypes.LEAD) ? ReportTypeCategory.leads : ReportTypeCategory.accounts);
        report.setDeployed(true);
        report.setDescription("Made by the Smarketing Connector; arrange it as you like.");
        report.setLabel(label(type));
        report.setSections(new ReportLayoutSection[] {section});
        return report;
    }

    private static ReportTypeColumn column(RecordType type, String field, boolean shown) {
        ReportTypeColumn column = new ReportTypeColumn();
        column.setCheckedByDefault(shown);
        column.setField(field);
        column.setTable(type.name());
        return column;
    }
}
