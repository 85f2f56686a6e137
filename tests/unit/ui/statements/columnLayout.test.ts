import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributesOf } from "../../../../src/model/query/attribute.ts";
import { parseRoute, addressOf, start } from "../../../../src/ui/route.ts";
import {
  laidOut,
  parseLayout,
  printLayout,
  type ColumnLayout,
} from "../../../../src/ui/statements/columnLayout.ts";
import { addressPart, noQuery, queryOf } from "../../../../src/ui/statements/query.ts";
import { idOf } from "../../smallBundle.ts";

const attributes = attributesOf({ get: () => undefined, all: () => [] });
const ids = attributes.map(({ id }) => id);

const layouts: fc.Arbitrary<ColumnLayout> = fc.record({
  columns: fc.array(fc.integer({ min: 64, max: 900 }), { maxLength: 12 }).chain((widths) =>
    fc
      .shuffledSubarray([...ids, `field-${idOf(70)}`], {
        minLength: widths.length,
        maxLength: widths.length,
      })
      .map((chosen) => chosen.map((id, i) => ({ id, width: widths[i] ?? 64 }))),
  ),
  frozen: fc.nat(5),
});

describe("the columns of a view", () => {
  test("come back from the address as they were: choice, order, widths, and what stays in place", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const { columns, frozen } = printLayout(layout);
        expect(parseLayout(columns, frozen)).toEqual(layout);
        const filter = addressPart({
          ...noQuery,
          sort: [{ attribute: "date", down: true }],
          layout,
        });
        const address = addressOf({ ...start, projectId: idOf(1), view: "statements", filter });
        expect(queryOf(parseRoute(address))).toMatchObject({
          layout,
          sort: [{ attribute: "date" }],
        });
      }),
    );
  });

  test("are drawn first, in their order, and all others can be chosen behind them", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const columns = laidOut(attributes, layout);
        expect(columns.map(({ attribute }) => attribute.id).toSorted()).toEqual(ids.toSorted());
        const shown = columns.filter((column) => column.shown);
        expect(shown.map(({ attribute, width }) => ({ id: attribute.id, width }))).toEqual(
          layout.columns.filter(({ id }) => ids.includes(id)),
        );
        expect(columns.slice(0, shown.length)).toEqual(shown);
      }),
    );
  });

  test("are those of the device where the address says nothing of them, or nonsense", () => {
    expect(queryOf({ filter: { where: "note empty", group: "topic" } })).toMatchObject({
      layout: null,
      group: "topic",
    });
    expect(addressPart(noQuery)).toEqual({});
    for (const nonsense of ["", ":", "quote", "quote:wide", "<b>"])
      expect(parseLayout(nonsense, "1")).toBeNull();
    expect(parseLayout("quote:9999,quote:80,note:1", "x")).toEqual({
      columns: [
        { id: "quote", width: 900 },
        { id: "note", width: 64 },
      ],
      frozen: 1,
    });
  });
});
