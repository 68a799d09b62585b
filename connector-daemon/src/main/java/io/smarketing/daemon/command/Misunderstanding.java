package io.smarketing.daemon.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that is not understood: what is wrong, what may be meant, and where help is. */
public final class Misunderstanding implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
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

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unknown) {
            return "there is no command or option '" + String.join("', '", unknown.getUnmatched()) + "' here";
        }
        return mistake.getMessage()
                .replace("is not an int", "is not a whole number")
                .replace("option option", "option");
    }
}
