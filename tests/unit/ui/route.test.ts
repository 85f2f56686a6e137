import { describe, expect, test } from "vitest";
import { newId } from "../../../src/model/id.ts";
import { addressOf, parseRoute, start, type Route } from "../../../src/ui/route.ts";

describe("an address", () => {
  test("names a project, a view, an article and a statement, and is read back as such", () => {
    const route: Route = {
      projectId: newId(),
      view: "read",
      articleId: newId(),
      statementId: newId(),
      filter: {},
    };
    expect(parseRoute(addressOf(route))).toEqual(route);
  });

  test("keeps the filter of the Statements view, whatever was typed into it", () => {
    const route: Route = {
      ...start,
      projectId: newId(),
      view: "statements",
      filter: { text: "a=b & c? #1 “ä” 中", speaker: newId() },
    };
    expect(parseRoute(addressOf(route))).toEqual(route);
  });

  test("that makes no sense leads to the start, and never throws", () => {
    for (const hash of ["", "#", "#/", "#/p/nonsense/read", "#/x/y/z?%", "#/p//elsewhere"])
      expect(parseRoute(hash)).toMatchObject({ projectId: null, view: "read", articleId: null });
  });
});
