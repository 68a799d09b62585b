package io.smarketing.sandbox.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a sandbox is to be started.
 *
 * @param hubspotPort port of the HubSpot portal, 0 for any free one
 * @param salesforcePort port of the Salesforce org, 0 for any free one
 * @param data the data folder; without one the built-in sample is loaded
 * @param keyFolder where the private key of the JWT login is written; without one a temporary folder
 * @param unlimited whether rate limits never refuse a request
 * @param bare whether the product's own fields are left out
 * @param seed what ids and tokens are drawn from
 * @param faults switches that are on from the start, see {@link Sandbox#fault}
 */
public record SandboxSettings(
        int hubspotPort,
        int salesforcePort,
        Optional<Path> data,
        Optional<Path> keyFolder,
        boolean unlimited,
        boolean bare,
        long seed,
        Map<String, String> faults) {

    public SandboxSettings {
        faults = Map.copyOf(faults);
    }

    /** Free ports, the sample, real limits, no fault. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(0, 0, Optional.empty(), Optional.empty(), false, false, 1, Map.of());
    }

    public SandboxSettings onPorts(int hubspot, int salesforce) {
        return new SandboxSettings(hubspot, salesforce, data, keyFolder, unlimited, bare, seed, faults);
    }

    public SandboxSettings withData(Path folder) {
        return new SandboxSettings(
                hubspotPort, salesforcePort, Optional.of(folder), keyFolder, unlimited, bare, seed, faults);
    }

    public SandboxSettings withKeyFolder(Path folder) {
        return new SandboxSettings(
                hubspotPort, salesforcePort, data, Optional.of(folder), unlimited, bare, seed, faults);
    }

    public SandboxSettings withoutLimits() {
        return new SandboxSettings(hubspotPort, salesforcePort, data, keyFolder, true, bare, seed, faults);
    }

    public SandboxSettings withoutOwnFields() {
        return new SandboxSettings(hubspotPort, salesforcePort, data, keyFolder, unlimited, true, seed, faults);
    }

    public SandboxSettings withFault(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(faults);
        more.put(name, value);
        return new SandboxSettings(hubspotPort, salesforcePort, data, keyFolder, unlimited, bare, seed, more);
    }
}
