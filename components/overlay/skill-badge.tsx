import { say } from '../../core/i18n/say.ts';
import { definitionSentence, skillSentence } from '../../core/i18n/skill-words.ts';
import type { SkillReport } from '../../core/market/market-report.ts';

interface SkillBadgeProps {
  readonly skill: SkillReport;
  readonly onRecord: (() => void) | undefined;
}

/** What the expected-forced map is worth; leads to its track record. */
export function SkillBadge({ skill, onRecord }: SkillBadgeProps) {
  const isProven = skill.verdict === 'ahead';
  const { other } = skill;
  const title = [
    skillSentence(skill),
    ...(other === undefined ? [] : [definitionSentence(other)]),
    ...(skill.isDistanceAlone === true ? [say('skill.distance-alone')] : []),
    say('skill.open-record'),
  ].join(' ');
  const badge = isProven ? say('skill.badge', { ratio: skill.ratio.p50 }) : say('skill.unproven');
  return (
    <button type="button" class="badge" title={title} onClick={onRecord}>
      {other?.hasEvidence === true ? say('skill.badge.all', { badge, ratio: other.ratio.p50 }) : badge}
    </button>
  );
}
