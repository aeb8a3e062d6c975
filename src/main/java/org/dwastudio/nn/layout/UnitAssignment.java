package org.dwastudio.nn.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assignment of a file's units to those of a network.
 *
 * @param ours units of the network in order
 * @param theirs units of the file
 */
record UnitAssignment(List<LayerUnit> ours, UnitSequence theirs) {

    /** Returns the file's unit for each unit of the network; empty if there is none, or more than one possibility. */
    Optional<Map<LayerUnit, LayerUnit>> assigned() {
        if (theirs.inOrder() && sameForms()) {
            return Optional.of(inOrder());
        }
        boolean shortcuts = theirs.units().stream().anyMatch(unit -> unit.form().shortcut());
        Map<LayerUnit.Form, List<LayerUnit>> needed = byForm(ours, shortcuts);
        Map<LayerUnit.Form, List<LayerUnit>> found = byForm(theirs.units(), shortcuts);
        Map<LayerUnit, LayerUnit> assigned = new LinkedHashMap<>();
        for (Map.Entry<LayerUnit.Form, List<LayerUnit>> form : needed.entrySet()) {
            List<LayerUnit> candidates = found.getOrDefault(form.getKey(), List.of());
            if (candidates.size() != form.getValue().size()
                    || isMixed(form.getValue(), shortcuts)
                    || (!theirs.inOrder() && !isOrderedByNumbers(candidates))) {
                return Optional.empty();
            }
            for (int i = 0; i < candidates.size(); i++) {
                assigned.put(form.getValue().get(i), candidates.get(i));
            }
        }
        return Optional.of(inOrderOf(ours, assigned));
    }

    /**
     * Returns the assignments of unit after unit that the shapes allow, whatever the names are: with the projections of
     * the network where they are, in front of the last layer of their block, and in front of all of its layers.
     */
    List<Map<LayerUnit, LayerUnit>> possible() {
        boolean named = theirs.units().stream().anyMatch(unit -> unit.form().shortcut());
        List<Map<LayerUnit, LayerUnit>> possible = new ArrayList<>();
        if (!named) {
            for (int ahead : new int[] {0, 1, Integer.MAX_VALUE}) {
                UnitAssignment moved = new UnitAssignment(withProjectionsAhead(ahead), theirs);
                if (moved.sameForms()) {
                    possible.add(inOrderOf(ours, moved.inOrder()));
                }
            }
        }
        return possible;
    }

    /** Returns the units of the network with every projection that many layers earlier, at most as its block's first. */
    private List<LayerUnit> withProjectionsAhead(int layers) {
        List<LayerUnit> moved = new ArrayList<>();
        for (LayerUnit unit : ours) {
            int place = moved.size();
            if (unit.form().shortcut()) {
                String block = ModulePath.parent(ModulePath.parent(unit.layer().path()));
                for (int ahead = 0; ahead < layers && place > 0; ahead++) {
                    String before = moved.get(place - 1).layer().path();
                    if (!ModulePath.parent(before).equals(block)) {
                        break;
                    }
                    place--;
                }
            }
            moved.add(place, unit);
        }
        return moved;
    }

    /** Returns true if both have equal forms one after the other; projections count as what they are named, if they are. */
    private boolean sameForms() {
        if (ours.size() != theirs.units().size()) {
            return false;
        }
        boolean shortcuts = theirs.units().stream().anyMatch(unit -> unit.form().shortcut());
        for (int i = 0; i < ours.size(); i++) {
            LayerUnit.Form own = form(ours.get(i), shortcuts);
            if (!own.equals(form(theirs.units().get(i), shortcuts))) {
                return false;
            }
        }
        return true;
    }

    private Map<LayerUnit, LayerUnit> inOrder() {
        Map<LayerUnit, LayerUnit> assigned = new LinkedHashMap<>();
        for (int i = 0; i < ours.size(); i++) {
            assigned.put(ours.get(i), theirs.units().get(i));
        }
        return assigned;
    }

    private static Map<LayerUnit, LayerUnit> inOrderOf(List<LayerUnit> order, Map<LayerUnit, LayerUnit> assigned) {
        Map<LayerUnit, LayerUnit> ordered = new LinkedHashMap<>();
        order.forEach(unit -> ordered.put(unit, assigned.get(unit)));
        return ordered;
    }

    private static Map<LayerUnit.Form, List<LayerUnit>> byForm(List<LayerUnit> units, boolean shortcuts) {
        Map<LayerUnit.Form, List<LayerUnit>> byForm = new LinkedHashMap<>();
        units.forEach(unit -> byForm.computeIfAbsent(form(unit, shortcuts), key -> new ArrayList<>())
                .add(unit));
        return byForm;
    }

    private static LayerUnit.Form form(LayerUnit unit, boolean shortcuts) {
        return shortcuts ? unit.form() : unit.form().withoutShortcut();
    }

    /** Returns true if a projection and another layer have the same form, and the file's names do not show which is which. */
    private static boolean isMixed(List<LayerUnit> units, boolean shortcuts) {
        return !shortcuts
                && units.stream().map(unit -> unit.form().shortcut()).distinct().count() > 1;
    }

    private static boolean isOrderedByNumbers(List<LayerUnit> units) {
        for (int i = 1; i < units.size(); i++) {
            if (!ModulePath.differsInNumbersOnly(
                    units.get(i - 1).layer().path(), units.get(i).layer().path())) {
                return false;
            }
        }
        return true;
    }
}
