package vos.tck;

import java.util.List;

/**
 * A suite for the tests of the kit itself: one class that judges servers.
 *
 * @param lab what it is called
 * @param trials the class
 */
record SuiteOfTrials(String lab, Class<?> trials) implements Suite {

    @Override
    public int port() {
        return 7001;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(trials);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of();
    }
}
