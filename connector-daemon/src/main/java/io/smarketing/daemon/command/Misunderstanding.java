package io.smarketing.daemon.command;

import java.io.File;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that is not understood: what is wrong, what may be meant, and where help is. */
public final class Misunderstanding implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException told, String[] args) {
        CommandLine command = told.getCommandLine();
        PrintWriter err = command.getErr();
        ParameterException mistake = unknownFirst(told);
        if (args.length == 0) {
            command.usage(err);
        } else {
            err.println("smarketing: " + sentence(mistake));
            UnmatchedArgumentException.printSuggestions(mistake, err);
            err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        err.flush();
        return ExitCode.USAGE.code();
    }

    /** An option that is misspelt is missing, too: the spelling is what can be put right. */
    private static ParameterException unknownFirst(ParameterException mistake) {
        List<String> unknown = mistake.getCommandLine().getUnmatchedArguments();
        return mistake instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(mistake.getCommandLine(), unknown)
                : mistake;
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unknown) {
            return "there is no command or option '" + String.join("', '", unknown.getUnmatched()) + "' here"
                    + folder(unknown)
                            .map(f -> ": the configuration is --config " + f)
                            .orElse("");
        }
        return mistake.getMessage().replace("option option", "option");
    }

    /** The folder of a configuration that was named without its option. */
    private static Optional<File> folder(UnmatchedArgumentException unknown) {
        boolean configured = unknown.getCommandLine().getCommandSpec().findOption("--config") != null;
        return unknown.getUnmatched().stream()
                .map(File::new)
                .filter(f -> configured && f.exists())
                .map(f -> f.isDirectory() ? f : Objects.requireNonNullElse(f.getParentFile(), new File(".")))
                .findFirst();
    }
}
