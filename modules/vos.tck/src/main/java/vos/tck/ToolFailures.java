package vos.tck;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code. Nobody who uses the kit wants to see a stack trace. */
final class ToolFailures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("vos: " + Text.printable(mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' says how it is used.");
        return ExitCode.UNUSABLE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        if (failure instanceof IOException expected) {
            command.getErr().println("vos: " + sentence(expected));
        } else {
            command.getErr().println("vos: this is a defect of vos; please report it with the lines that follow");
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.UNUSABLE;
    }

    static String sentence(IOException failure) {
        return Text.printableLines(switch (failure) {
            // Of these, the message is the path alone.
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or directory";
            case NotDirectoryException other -> other.getFile() + " is not a directory";
            case FileAlreadyExistsException other -> other.getFile() + " exists already, and is no directory";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        });
    }
}
