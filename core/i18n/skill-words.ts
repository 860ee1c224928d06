import type { SkillReport } from '../market/market-report.ts';
import { say } from './say.ts';

/** What the map has been worth, with its interval, or that nothing is shown yet. */
export const skillSentence = (skill: SkillReport): string =>
  say(`skill.${skill.verdict}`, { ...skill, ...skill.ratio });

/** The same in short, by the definition of what counts. */
export const definitionSentence = ({ definition = 'first', verdict, ratio }: SkillReport): string =>
  say(`skill.${definition}.${verdict}`, ratio);
