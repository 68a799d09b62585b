package io.smarketing.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void threeContacts() {
        bench.contact("'email':'ann@example.com','firstname':'Ann','city':'Rome','lifecyclestage':'lead'");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.contact("'email':'bea@example.org','firstname':'Bea','lifecyclestage':'customer','phone':'+39 06 1234'");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.contact("'firstname':'Cid','city':'Bari'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'propertyName':'city','operator':'EQ','value':'ROME'|Ann",
                "'propertyName':'city','operator':'NEQ','value':'Rome'|Cid",
                "'propertyName':'city','operator':'IN','values':['rome','bari']|Ann,Cid",
                "'propertyName':'city','operator':'IN','values':['Rome']|''",
                "'propertyName':'city','operator':'NOT_IN','values':['rome']|Cid",
                "'propertyName':'city','operator':'HAS_PROPERTY'|Ann,Cid",
                "'propertyName':'city','operator':'NOT_HAS_PROPERTY'|Bea",
                "'propertyName':'lifecyclestage','operator':'EQ','value':'lead'|Ann",
                "'propertyName':'lifecyclestage','operator':'EQ','value':'LEAD'|''",
                "'propertyName':'lifecyclestage','operator':'IN','values':['lead','customer']|Ann,Bea",
                "'propertyName':'email','operator':'CONTAINS_TOKEN','value':'*ample.org'|Bea",
                "'propertyName':'email','operator':'CONTAINS_TOKEN','value':'example'|Ann,Bea",
                "'propertyName':'email','operator':'CONTAINS_TOKEN','value':'be*'|Bea",
                "'propertyName':'email','operator':'NOT_CONTAINS_TOKEN','value':'org'|Ann",
                "'propertyName':'lastmodifieddate','operator':'GTE','value':'1777629660000'|Bea,Cid",
                "'propertyName':'lastmodifieddate','operator':'GT','value':'1777629660000'|Cid",
                "'propertyName':'lastmodifieddate','operator':'LT','value':'2026-05-01T10:01:00Z'|Ann",
                "'propertyName':'createdate','operator':'BETWEEN','value':'1777629600000','highValue':'1777629660000'|Ann,Bea",
            })
    void aFilterFinds(String filter, String names) {
        JsonNode body = bench.search("'filterGroups':[{'filters':[{" + filter + "}]}],'properties':['firstname']");
        assertThat(String.join(",", body.findValuesAsText("firstname"))).isEqualTo(names);
        assertThat(body.path("total").asInt()).isEqualTo(names.isEmpty() ? 0 : names.split(",").length);
    }

    @Test
    void groupsAreAlternativesAndTheirFiltersMustAllHold() {
        JsonNode body = bench.search(
                "'filterGroups':["
                        + "{'filters':[{'propertyName':'city','operator':'EQ','value':'rome'},{'propertyName':'firstname','operator':'EQ','value':'ann'}]},"
                        + "{'filters':[{'propertyName':'firstname','operator':'EQ','value':'cid'}]}],'properties':['firstname']");
        assertThat(body.findValuesAsText("firstname")).containsExactly("Ann", "Cid");
    }

    @Test
    void hitsAreSortedAndPaged() {
        JsonNode first = bench.search("'sorts':[{'propertyName':'lastmodifieddate','direction':'DESCENDING'}],"
                + "'properties':['firstname'],'limit':2");
        assertThat(first.findValuesAsText("firstname")).containsExactly("Cid", "Bea");
        assertThat(first.path("paging").path("next").path("after").asText()).isEqualTo("2");
        JsonNode second = bench.search("'sorts':[{'propertyName':'lastmodifieddate','direction':'DESCENDING'}],"
                + "'properties':['firstname'],'limit':2,'after':'2'");
        assertThat(second.findValuesAsText("firstname")).containsExactly("Ann");
        assertThat(second.has("paging")).isFalse();
    }

    @Test
    void aQueryLooksInNamesAddressesAndPhones() {
        assertThat(bench.search("'query':'bea'").path("total").asInt()).isEqualTo(1);
        assertThat(bench.search("'query':'1234'").path("total").asInt()).isEqualTo(1);
        assertThat(bench.search("'query':'example'").path("total").asInt()).isEqualTo(2);
        assertThat(bench.search("'query':'zzz'").path("total").asInt()).isZero();
    }

    @Test
    void theBoundsOfASearchAreHeld() {
        for (String members : List.of(
                "'limit':201",
                "'limit':200,'after':'9900'",
                "'query':'" + "q".repeat(3_000) + "'",
                "'sorts':['createdate','email']",
                "'filterGroups':[{'filters':[{'propertyName':'nope','operator':'EQ','value':'1'}]}]",
                "'filterGroups':[{'filters':[{'propertyName':'city','operator':'LIKE','value':'1'}]}]",
                "'filterGroups':[{'filters':[{'propertyName':'city','operator':'EQ'}]}]",
                "'filterGroups':[" + "{'filters':[]},".repeat(5) + "{'filters':[]}]")) {
            bench.post(400, "/crm/objects/2026-03/contacts/search", "{" + members + "}");
        }
        bench.search("'limit':200,'after':'9800'");
    }

    @Test
    void aChangeShowsOnlyAfterTheIndexLagOnTheWallClock() {
        bench.switches.set("index-lag", "5s");
        String id = bench.contact("'firstname':'Dot'");
        bench.act(id, "set", "firstname", "Dora");
        assertThat(bench.search("'query':'do'").path("total").asInt()).isZero();
        assertThat(bench.value(id, "firstname")).isEqualTo("Dora");
        bench.clock.advance(Duration.ofHours(1));
        assertThat(bench.search("'query':'do'").path("total").asInt()).isZero();
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.search("'query':'dora'").path("total").asInt()).isEqualTo(1);
        bench.act(id, "set", "firstname", "Dina");
        assertThat(bench.search("'query':'dora'").path("total").asInt()).isEqualTo(1);
        bench.act(id, "delete", "", "");
        assertThat(bench.search("'query':'dora'").path("total").asInt()).isEqualTo(1);
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.search("'query':'d'").path("total").asInt()).isZero();
    }

    @Test
    void whetherNotEqualMatchesBlanksIsASwitch() {
        String filter = "'filterGroups':[{'filters':[{'propertyName':'city','operator':'NEQ','value':'Rome'}]}]";
        assertThat(bench.search(filter).path("total").asInt()).isEqualTo(1);
        bench.switches.set("neq-matches-blank", "on");
        assertThat(bench.search(filter).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void anAdditionalAddressIsFoundOnlyByItsOwnPropertyUnlessSwitchedOn() {
        String first = bench.contact("'email':'x@example.com'");
        bench.contact("'email':'y@example.com'");
        bench.act(first, "merge", "", "y@example.com");
        String equal =
                "'filterGroups':[{'filters':[{'propertyName':'email','operator':'EQ','value':'y@example.com'}]}]";
        assertThat(bench.search(equal).path("total").asInt()).isZero();
        String token =
                "'filterGroups':[{'filters':[{'propertyName':'hs_additional_emails','operator':'EQ','value':'y@example.com'}]}]";
        assertThat(bench.search(token).path("total").asInt()).isEqualTo(1);
        bench.switches.set("search-secondary-email", "on");
        assertThat(bench.search(equal).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void idsSliceASearchOfMoreThanTheCap() {
        JsonNode all = bench.search("'sorts':[{'propertyName':'hs_object_id','direction':'ASCENDING'}]");
        String last = all.path("results").path(1).path("id").asText();
        JsonNode rest =
                bench.search("'filterGroups':[{'filters':[{'propertyName':'hs_object_id','operator':'GT','value':'"
                        + last + "'}]}],'properties':['firstname']");
        assertThat(rest.findValuesAsText("firstname")).containsExactly("Cid");
    }
}
