package vos.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of every module and lab, as they were built; no test's, and no library's. */
final class BuiltClasses implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> test) {
        return Repository.modules().stream()
                .map(module -> Location.of(module.classes()))
                .collect(Collectors.toSet());
    }
}
