package vos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormTest {
    @ParameterizedTest
    @EnumSource
    void everyWorkHasANameOfItsOwn(Form form) {
        List<String> names = form.works().stream().map(Work::name).toList();
        assertEquals(new TreeSet<>(names).size(), names.size(), names::toString);
    }

    @Test
    void theShortFormLeavesOutTheDiskAndHowCostGrows() {
        List<String> names = Form.SHORT.usual().stream().map(Work::name).toList();
        assertTrue(names.contains("down") && names.contains("commands-64"), names::toString);
        assertTrue(names.stream().noneMatch(name -> name.matches("(disk|growth)-.*")), names::toString);
        assertEquals(Form.LONG.works(), Form.LONG.usual());
    }

    @Test
    void aSeriesAnswersToItsNameAndToGrowth() {
        List<Work> works = Form.SHORT.works();
        assertEquals(3, works.stream().filter(work -> work.answersTo("growth-entries")).count());
        assertTrue(works.stream().filter(work -> work.answersTo("growth")).count() > 10);
        assertEquals(1, works.stream().filter(work -> work.answersTo("down")).count());
    }
}
