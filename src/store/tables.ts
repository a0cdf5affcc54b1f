// The tables of the record as Kysely sees them.
export interface Tables {
  report: ReportTable;
  reading: ReadingTable;
  claim: ClaimTable;
  evidence: EvidenceTable;
}

interface ReportTable {
  id: string;
  title: string | null;
  source: string | null;
  url: string | null;
  published: string | null;
  language: string;
  text: string;
  added: string;
  /** Sorts a list: publication day or '' when unknown, then order of arrival. */
  arrival: number;
}

interface ReadingTable {
  report: string;
  reader: string;
  /** The reading as JSON without its `report`. */
  body: string;
  made: string;
  /** Counts as JSON, so that a list needs no claim. */
  counts: string;
  arrival: number;
}

interface ClaimTable {
  id: string;
  report: string;
  reader: string;
  kind: string;
  fields: string;
}

interface EvidenceTable {
  claim: string;
  place: number;
  start: number;
  end: number;
  quote: string;
}
