package io.smarketing.daemon.codec;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.CodecPlan;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.core.mapping.ValueCodec;
import java.util.Locale;
import java.util.Optional;

/**
 * A phone number as {@code +15551234567}, however a CRM spells it. What is no valid number, or has an extension, stays
 * as it is: people write all sorts of things into a phone field, and none of it may be lost.
 */
public final class PhoneE164 implements CodecPlan {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final Optional<String> region;

    /** @param region two letters: whose numbers those without a country code are; empty if there is no such region */
    public PhoneE164(Optional<String> region) {
        this.region = region.map(r -> r.toUpperCase(Locale.ROOT));
    }

    /** True if numbers of that region are known. */
    public static boolean knows(String region) {
        return NUMBERS.getSupportedRegions().contains(region.toUpperCase(Locale.ROOT));
    }

    @Override
    public ValueCodec bind(FieldType neutral, FieldSpec field, Schema schema) {
        if (!neutral.isTextual()) {
            throw new IllegalArgumentException(
                    "phone-e164 is for phone numbers: choose type phone, not " + neutral.word());
        }
        return new Phone(Codecs.plain().bind(neutral, field, schema));
    }

    private FieldValue international(FieldValue value) {
        if (value.isBlank()) {
            return value;
        }
        try {
            PhoneNumber number = NUMBERS.parse(value.text(), region.orElse(null));
            boolean whole = NUMBERS.isValidNumber(number) && !number.hasExtension();
            return whole ? FieldValue.of(NUMBERS.format(number, PhoneNumberFormat.E164)) : value;
        } catch (NumberParseException e) {
            return value;
        }
    }

    /** The codec of one field: both ways end in the international form. */
    private final class Phone implements ValueCodec {

        private final ValueCodec plain;

        private Phone(ValueCodec plain) {
            this.plain = plain;
        }

        @Override
        public Coded read(FieldValue held) {
            return plain.read(held).match(v -> new Coded.Value(international(v)), none -> none, Coded.Unreadable::new);
        }

        @Override
        public Coded write(FieldValue neutral) {
            return plain.write(international(neutral));
        }
    }
}
