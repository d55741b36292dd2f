package vos.tck;

import java.util.List;

/** The suite of {@link GreeterTrials}. */
final class GreeterSuite implements Suite {

    @Override
    public String lab() {
        return "greeter";
    }

    @Override
    public int port() {
        return 7000;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(GreeterTrials.class);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of();
    }

    @Override
    public List<Misconception> misconceptions() {
        return List.of(
                new Misconception("capitals are friendlier", "What is sent back is what came.",
                        List.of("GreeterTrials.whatIsSentComesBack", "GreeterTrials.manyThingsComeBackAtOnce")),
                new Misconception("files are litter", "Files stay.", List.of("GreeterTrials.nothingIsLeftOnDisk")),
                new Misconception("nobody is greeted", "The server speaks first.",
                        List.of("GreeterTrials.aTokenComesFirst")));
    }
}
