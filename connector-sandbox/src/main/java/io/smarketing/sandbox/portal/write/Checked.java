package io.smarketing.sandbox.portal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.schema.Property;
import java.util.List;
import java.util.Map;

/** The values of one write in the form in which they will be kept, with what was changed to get there. */
record Checked(Map<Property, String> values, List<ObjectNode> warnings) {}
