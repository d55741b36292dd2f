package vos.tck.virtuos;

import static vos.tck.Requirement.COM_6_1;
import static vos.tck.Requirement.VIRT_2_1;
import static vos.tck.Requirement.VIRT_3_1;
import static vos.tck.Requirement.VIRT_3_10;
import static vos.tck.Requirement.VIRT_3_4;
import static vos.tck.Requirement.VIRT_3_5;
import static vos.tck.Requirement.VIRT_3_6;
import static vos.tck.Requirement.VIRT_3_7;
import static vos.tck.Requirement.VIRT_7_1;
import static vos.tck.Requirement.VIRT_7_3;
import static vos.tck.Requirement.VIRT_7_5;
import static vos.tck.Requirement.VIRT_7_8;

import vos.tck.Client;
import vos.tck.Expectation;
import vos.tck.Gate;
import vos.tck.Judges;
import vos.tck.Quirk;
import vos.tck.Trial;
import vos.tck.UsualCause;

/** What a client says in the published form, and how it finds the end of what it is told. */
final class VirtuosClientCommands {

    @Gate
    @Judges(VIRT_2_1)
    @UsualCause("The client waits for something else than the welcome, which is a line.")
    void theClientSpeaksWhenItIsWelcome(Trial trial) {
        trial.startClient(1).type("mkdir photos");
        VirtuosHost.welcome(trial).peer().receive(new Expectation.Segment(40, "\\s*[a-z].{0,1023}", "a command"));
    }

    @Judges({VIRT_2_1, VIRT_3_1, COM_6_1})
    @UsualCause("The word and the name are sent one after the other. Who takes one read for a command may get only"
            + " the word.")
    void aCommandIsSentInOneWrite(Trial trial) {
        trial.startClient(1).type("touch a.txt").type("mkdir photos");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("touch a.txt").say("File 'a.txt' created.");
        host.peer().receive(new Expectation.Segment(1, "\\s*mkdir photos\\s*", "mkdir photos, in one write"));
    }

    @Judges({VIRT_3_4, VIRT_3_5})
    void directoriesAreMadeAndEntered(Trial trial) {
        trial.startClient(1).type("mkdir photos").type("cd .").type("mkdir photos/july");
        VirtuosHost.welcome(trial).expect("mkdir photos").say("Folder 'photos' created.")
                .expect("cd .").say("Moved to '.'.").expect("mkdir photos/july").say("Folder 'photos/july' created.");
    }

    @Judges({VIRT_3_6, VIRT_3_7})
    void filesAreMadeAndRemoved(Trial trial) {
        trial.startClient(1).type("touch a.txt").type("rm a.txt").type("touch b.txt");
        VirtuosHost.welcome(trial).expect("touch a.txt").say("File 'a.txt' created.")
                .expect("rm a.txt").say("File 'a.txt' deleted.").expect("touch b.txt").say("File 'b.txt' created.");
    }

    @Judges(VIRT_3_10)
    @UsualCause("The client shows what the server says, which cannot know the client's directory.")
    void mydirShowsTheDirectoryOfTheClient(Trial trial) {
        String name = trial.name("here", ".txt");
        Client client = trial.startClient(1).has(name, new byte[0]).type("mydir").type("touch b.txt");
        VirtuosHost host = VirtuosHost.welcome(trial);
        if (host.next("mydir", "touch b.txt").equals("mydir")) {
            host.say("Client's current directory contents:\n").expect("touch b.txt");
        }
        client.typeNoMore();
        host.say("File 'b.txt' created.").expectLeave();
        client.awaitExit();
        trial.require(client.printed().contains(name), "the client to print " + name, client.printed());
    }

    @Judges(VIRT_7_1)
    @UsualCause("The client speaks the strict form without the server's consent.")
    void whoDoesNotSayHelloBackSpeaksThePublishedForm(Trial trial) {
        byte[] content = {'a', 'b', 'c'};
        trial.startClient(1).has("a.bin", content).type("upload a.bin").type("touch b.txt");
        VirtuosHost.welcome(trial).answeringHello("hello yourself").expect("upload a.bin").expectFile(content)
                .say("Uploaded 'a.bin' successfully.").expect("touch b.txt");
    }

    @Judges(VIRT_7_3)
    @Quirk("The published client sends names with spaces, of which its server takes the first word.")
    void aNameWithASpaceIsNotSent(Trial trial) {
        trial.startClient(1).type("touch a.txt").type("mkdir \"my photos\"");
        VirtuosHost.welcome(trial).expect("touch a.txt").say("File 'a.txt' created.")
                .endsWithout("my photos", "no command with the name: my photos");
    }

    @Judges(VIRT_7_5)
    @Quirk("The published client takes what one read gives for a listing.")
    @UsualCause("The client takes what one read gives for the listing. What comes later is then taken for the answer to"
            + " the next command.")
    void aListingEndsBeforeTheAnswerToTheNextQuestion(Trial trial) {
        trial.startClient(1).type("ls").type("touch b.txt");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("ls").say("photos").expect("pwd");
        host.sendInTwo("videos\na.txt\n/\n", 9).expect("touch b.txt");
    }

    @Judges(VIRT_7_5)
    @Quirk("The published client takes what one read gives for a listing.")
    void aListingMayBeCutAnywhere(Trial trial) {
        String listing = "a.txt\nb.txt\n/\n";
        Client client = trial.startClient(1);
        for (int cut = 1; cut < listing.length(); cut++) {
            client.type("ls");
        }
        client.type("touch c.txt");
        VirtuosHost host = VirtuosHost.welcome(trial);
        for (int cut = 1; cut < listing.length(); cut++) {
            host.expect("ls").say("0.txt").expect("pwd").sendInTwo(listing, cut);
        }
        host.expect("touch c.txt");
    }

    @Judges(VIRT_7_8)
    @UsualCause("The client takes the end of the stream for an empty answer.")
    void anEndInPlaceOfAnAnswerIsTold(Trial trial) {
        Client client = trial.startClient(1).type("rm photos");
        VirtuosHost host = VirtuosHost.welcome(trial).expect("rm photos");
        trial.acceptNoMore();
        host.peer().close();
        trial.require(client.awaitExit() != 0, "an exit code that tells of the failure", "exit code 0");
    }
}
