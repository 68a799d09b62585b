package io.smarketing.daemon.command;

import java.io.PrintWriter;
import java.util.List;
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
            return "there is no command or option '" + String.join("', '", unknown.getUnmatched()) + "' here";
        }
        return mistake.getMessage().replace("option option", "option");
    }
}
