import { Grid3x3, TriangleAlert } from "lucide-react";
import { stances, type Stance, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { SidewaysScroll } from "../parts/sidewaysScroll.tsx";
import { stanceNames } from "../parts/stance.tsx";
import { addressOf, start } from "../route.ts";
import "./analysisView.css";

/** Who speaks about what: a table of counts, each cell the way to its statements. */
export function AnalysisView({ live }: { live: LiveProject }) {
  const statements = useRecords(live, "statements");
  const topics = useRecords(live, "topics").toSorted((a, b) => a.position - b.position);
  const speakers = useRecords(live, "speakers");
  const counts = countStances(statements);
  const gone = countLost(statements);
  const lost = statements.filter((statement) => statement.lost).length;
  const here = { ...start, projectId: live.id, view: "statements" } as const;
  const rows = speakers
    .map((speaker) => ({
      speaker,
      total: topics.reduce((sum, topic) => sum + total(counts.get(`${speaker.id} ${topic.id}`)), 0),
    }))
    .filter((row) => row.total > 0)
    .toSorted((a, b) => b.total - a.total || a.speaker.name.localeCompare(b.speaker.name));

  if (rows.length === 0)
    return (
      <main className="empty">
        <Grid3x3 size={28} aria-hidden />
        <h2>Nothing to count yet</h2>
        <p>
          As soon as a statement has a speaker and a topic, this table counts who speaks about what.
        </p>
      </main>
    );
  return (
    <main className="analysis">
      <h1>Who speaks about what</h1>
      <p>
        Statements by speaker and topic. A statement of two speakers or two topics counts in each of
        their cells. Choose a number to see the statements behind it.
      </p>
      {lost > 0 && (
        <p className="analysis-lost">
          <TriangleAlert size={14} aria-hidden /> The words of{" "}
          <a href={addressOf({ ...here, filter: { where: "lost is yes" } })}>
            {lost === 1 ? "1 statement" : `${lost.toLocaleString()} statements`}
          </a>{" "}
          are gone from the article text, which was corrected.{" "}
          {lost === 1 ? "It still counts" : "They still count"} here, until placed again or removed.
        </p>
      )}
      <SidewaysScroll label="Speakers by topics">
        <table>
          <thead>
            <tr>
              <th scope="col" data-corner>
                Speaker
              </th>
              {topics.map((topic) => (
                <th key={topic.id} scope="col">
                  {topic.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ speaker }) => (
              <tr key={speaker.id}>
                <th scope="row">{speaker.name}</th>
                {topics.map((topic) => {
                  const cell = counts.get(`${speaker.id} ${topic.id}`);
                  const address = addressOf({
                    ...here,
                    filter: { speaker: speaker.id, topic: topic.id },
                  });
                  return (
                    <td key={topic.id}>
                      {cell && (
                        <a href={address} title={describe(cell)}>
                          {total(cell)}
                          <small>{describe(cell)}</small>
                          {gone.has(`${speaker.id} ${topic.id}`) && (
                            <small>words gone: {gone.get(`${speaker.id} ${topic.id}`)}</small>
                          )}
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </SidewaysScroll>
    </main>
  );
}

type StanceCounts = Partial<Record<Stance, number>>;

/** How often each stance occurs, by "SPEAKER TOPIC". */
function countStances(statements: readonly Statement[]): Map<string, StanceCounts> {
  const counts = new Map<string, StanceCounts>();
  for (const { speakerIds, topics } of statements)
    for (const speakerId of speakerIds)
      for (const { topicId, stance } of topics) {
        const key = `${speakerId} ${topicId}`;
        const cell = counts.get(key) ?? {};
        counts.set(key, { ...cell, [stance]: (cell[stance] ?? 0) + 1 });
      }
  return counts;
}

/** How many of the statements counted have no words in their text any more, by "SPEAKER TOPIC". */
function countLost(statements: readonly Statement[]): Map<string, number> {
  const counts = countStances(statements.filter(({ lost }) => lost));
  return new Map(Array.from(counts, ([key, cell]) => [key, total(cell)]));
}

function total(cell: StanceCounts | undefined): number {
  return cell ? stances.reduce((sum, stance) => sum + (cell[stance] ?? 0), 0) : 0;
}

/** "2 supports, 1 not set". */
function describe(cell: StanceCounts): string {
  return stances
    .flatMap((stance) =>
      cell[stance] ? [`${cell[stance]} ${stanceNames[stance].toLowerCase()}`] : [],
    )
    .join(", ");
}
