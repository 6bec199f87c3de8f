// Reads a calendar from standard input with ical.js, which is what Thunderbird reads calendars with, and prints what it found as JSON: a second
// opinion on what the console writes with another library.

import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));

// By Node's own time zones: when the clocks in London show it. A whole day has no time.
const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const shown = (time) => (time.isDate ? time.toString() : london.format(time.toJSDate()));

const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: shown(event.startDate),
    end: shown(event.endDate),
    utc: event.startDate.isDate ? null : event.startDate.toJSDate().toISOString(),
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    changed: component.getFirstPropertyValue('last-modified').toJSDate().toISOString(),
    stamped: component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(),
  };
});

process.stdout.write(JSON.stringify({ name: calendar.getFirstPropertyValue('x-wr-calname'), method: calendar.getFirstPropertyValue('method'), events }));
