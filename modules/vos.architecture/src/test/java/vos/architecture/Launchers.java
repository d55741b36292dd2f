package vos.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** The classes of labs that start a program: one a lab, by its name. */
final class Launchers extends DescribedPredicate<JavaClass> {
    Launchers() {
        super("launchers of labs (vos.lab.*.*Lab)");
    }

    @Override
    public boolean test(JavaClass type) {
        return type.getPackageName().startsWith("vos.lab.") && type.getSimpleName().endsWith("Lab");
    }
}
