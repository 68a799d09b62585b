package io.smarketing.daemon.command.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.TextNode;
import io.smarketing.daemon.config.yaml.YamlText;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class QuotedTest {

    @Property
    void every_text_is_read_back_as_it_was(@ForAll @CharRange(from = '\u0001', to = '\ud7ff') String text) {
        Problems problems = new Problems();
        MapNode root = new YamlText("t", "a: " + Quoted.yaml(text.replace("${", "{")), Map.of(), problems)
                .root()
                .orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        assertThat(((TextNode) root.entries().get(0).value()).text()).isEqualTo(text.replace("${", "{"));
    }
}
