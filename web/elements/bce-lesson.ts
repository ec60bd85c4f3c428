import { html, nothing, type TemplateResult } from 'lit';
import { SECTION_IDS, type SectionId } from '../content/schema.js';
import { lessonView } from '../views/lesson.js';
import { LessonElement } from './lesson-element.js';

/** The sections that a list names, in its order; all where it names none that exists. */
export function toSections(list: string | null): readonly SectionId[] {
  const wanted = (list ?? '').split(/[\s,]+/);
  const known = [...new Set(wanted)].filter((id): id is SectionId => SECTION_IDS.includes(id as SectionId));
  return known.length > 0 ? known : SECTION_IDS;
}

/**
 * @summary The whole lesson on binary cross-entropy.
 * @attr {string} sections - Ids of the sections to show, in order; all without it.
 * @attr {number} p - Where the graph starts.
 * @attr {0|1} y - Where the graph starts.
 * @attr {string} locale - Language; the nearest `lang` without it.
 * @attr {string} theme - auto, light or dark.
 * @attr {string} study-href - Where the study edition lives; without it there is no link to it.
 * @fires bce-change - From the graph.
 * @fires bce-answer - From the practice.
 * @fires bce-step - From the derivation.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BceLesson extends LessonElement {
  static override properties = {
    ...LessonElement.properties,
    sections: { type: String },
    p: { type: String },
    y: { type: String },
    studyHref: { type: String, attribute: 'study-href' },
  };

  declare sections: string | null;
  declare p: string | null;
  declare y: string | null;
  declare studyHref: string | null;

  override render(): TemplateResult {
    const { setting } = this;
    const { locale } = setting.text;
    const theme = this.theme ?? nothing;
    return lessonView(setting, {
      sections: toSections(this.sections),
      parts: {
        graph: html`<bce-graph
          locale=${locale}
          theme=${theme}
          p=${this.p ?? nothing}
          y=${this.y ?? nothing}
        ></bce-graph>`,
        practice: html`<bce-practice
          locale=${locale}
          theme=${theme}
          study-href=${this.studyHref ?? nothing}
        ></bce-practice>`,
        derivation: html`<bce-derivation locale=${locale} theme=${theme}></bce-derivation>`,
      },
    });
  }
}
