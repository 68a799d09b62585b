package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people do in both CRMs while the daemon is dead, and the proof that none of it is lost. */
final class Meddling {

    private static final String HERE = "Edited in HubSpot";
    private static final String THERE = "Edited in Salesforce";

    private final Rehearsal rehearsal;
    private final List<String> editedHere = new ArrayList<>();
    private final List<String> editedThere = new ArrayList<>();
    private final List<String> typedIn = new ArrayList<>();

    Meddling(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Edits the first, a middle and the last of these contacts in HubSpot, and in Salesforce those that are there. */
    void edit(List<String> emails) {
        List<String> some = List.of(emails.get(0), emails.get(emails.size() / 2), emails.get(emails.size() - 1));
        for (String email : some) {
            rehearsal.editContact(email, "jobtitle", HERE);
            editedHere.add(email);
            if (!rehearsal.org().find(Rehearsal.LEAD, email).isEmpty()) {
                rehearsal.editLead(email, "State", THERE);
                editedThere.add(email);
            }
        }
    }

    /** Types in a lead with the address of a contact that has not come over yet, if there is one. */
    void typeIn(List<String> emails) {
        emails.stream()
                .filter(email -> rehearsal.org().find(Rehearsal.LEAD, email).isEmpty())
                .reduce((first, second) -> second)
                .ifPresent(email -> {
                    rehearsal.createLead(Map.of(
                            "Email",
                            email,
                            "LastName",
                            rehearsal.contact(email, "lastname"),
                            "Company",
                            rehearsal.contact(email, "company"),
                            "City",
                            THERE));
                    typedIn.add(email);
                });
    }

    @Override
    public String toString() {
        return "meanwhile edited: contacts " + editedHere.size() + ", leads " + editedThere.size()
                + "; leads typed in: " + typedIn.size();
    }

    /** Fails if an edit is not in both CRMs. */
    void assertNothingIsLost() {
        for (String email : editedHere) {
            assertThat(rehearsal.contact(email, "jobtitle")).isEqualTo(HERE);
            assertThat(rehearsal.lead(email, "Title")).isEqualTo(HERE);
        }
        for (String email : editedThere) {
            assertThat(rehearsal.lead(email, "State")).isEqualTo(THERE);
            assertThat(rehearsal.contact(email, "state")).isEqualTo(THERE);
        }
        for (String email : typedIn) {
            assertThat(rehearsal.lead(email, "City")).isEqualTo(THERE);
            assertThat(rehearsal.contact(email, "city")).isEqualTo(THERE);
        }
    }
}
