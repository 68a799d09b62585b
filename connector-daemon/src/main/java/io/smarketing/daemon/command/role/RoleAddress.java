package io.smarketing.daemon.command.role;

import io.smarketing.core.lead.Email;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An e-mail address on the command line, that of a role if possible. */
public final class RoleAddress implements ITypeConverter<Email> {

    @Override
    public Email convert(String text) {
        if (!text.strip().matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")) {
            throw new TypeConversionException(
                    "'" + text + "' is no e-mail address: give one such as sales@your-company.example");
        }
        return new Email(text);
    }
}
