import type { Formats } from "../../ui/format.ts";

/** Sentences of the form for the details of a meeting (`meeting-details`). */
export interface MeetingMessages {
  /** Heading above the fields. */
  heading: string;
  title: string;
  date: string;
  start: string;
  end: string;
  /** Button that sends the file with these details. */
  upload: string;
  /** Button that takes the file away. */
  discard: string;
  /** Summary: `when` is date and times as one text, `people` the speakers or "". */
  summary(when: string, people: string): string;
  /** The first speaker and `others` more, 1 or more. */
  people(first: string, others: number, formats: Formats): string;
  /** The zone of all times, by its name. */
  zone(zone: string): string;
  /** The file has a time without a zone, so the times may be those of another zone. */
  zoneAssumed(zone: string): string;
  /** Question about a date of which day and month could be exchanged; two buttons with the dates follow. */
  whichDate: string;
  askTitle: string;
  askDate: string;
  askStart: string;
  askEnd: string;
  /** The end is in the future. */
  future: string;
  tooLong: string;
}
