// Reads the lines of fan-out.mjs and writes a row of a table for each server, medians of its rounds.
import { readFileSync } from 'node:fs';

const rounds = new Map();
for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const round = JSON.parse(line);
  rounds.set(round.name, [...(rounds.get(round.name) ?? []), round]);
}

const median = (list, member) => list.map((round) => round[member]).sort((a, b) => a - b)[Math.floor(list.length / 2)];
const yardstick = median(rounds.get('yardstick'), 'perSecond');
for (const [name, list] of rounds) {
  const rate = median(list, 'perSecond');
  const lost = list.reduce((sum, round) => sum + round.expected - round.received + round.failed, 0);
  const latencies = [median(list, 'p50'), median(list, 'p99')].map((milliseconds) => milliseconds.toFixed(1));
  console.log(`| ${[name, rate, (rate / yardstick).toFixed(2), ...latencies, lost].join(' | ')} |`);
}
