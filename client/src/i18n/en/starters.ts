/** Texts of what a new peer review can start from. */
export const starters = {
  label: 'Start from',
  hint: 'Sets the rubric, the instructions, the dates and the grading below. Everything can be changed; title and points stay as you have them.',
  applied: '“{{name}}” is filled in below.',
  general: {
    name: 'General',
    description: 'Any written work: content, structure and reasons, by points. Three reviews.',
  },
  essay: {
    name: 'Essay',
    description:
      'An argued text, judged by levels, with a comment on the thesis. Three reviews, a week for each step.',
    instructions:
      'Hand in your essay as text or as a file. State your thesis at the beginning and name your sources.\n\nWhen reviewing, read the whole essay first. Then say what convinces you, what does not, and what the author could try next.',
    criteria: {
      thesis: {
        title: 'Thesis and argument',
        description: 'Is there a clear thesis, and does each step lead towards it?',
      },
      evidence: {
        title: 'Evidence',
        description: 'Are claims supported by sources or examples that one can check?',
      },
      structure: {
        title: 'Structure',
        description: 'Do introduction, paragraphs and conclusion guide the reader?',
      },
      language: {
        title: 'Language',
        description: 'Is it precise, readable and free of mistakes that disturb?',
      },
    },
  },
  presentation: {
    name: 'Presentation',
    description:
      'Slides or a recording, judged on scales, with advice for the next time. Four short reviews.',
    instructions:
      'Hand in your slides or a recording of at most ten minutes.\n\nWhen reviewing, watch it as one of the audience: note what you remember afterwards, then rate and advise.',
    criteria: {
      message: {
        title: 'Message',
        description: 'Do you know afterwards what it was about, and why it matters?',
      },
      delivery: {
        title: 'Delivery',
        description: 'Pace, voice and contact with the audience; does not apply to slides alone.',
      },
      visuals: {
        title: 'Visuals',
        description: 'Do slides and pictures help to understand, without too much text?',
      },
      advice: {
        title: 'Advice for the next time',
        description: 'One thing to keep, one thing to change.',
      },
    },
  },
  code: {
    name: 'Code',
    description:
      'A program with a short explanation: does it work, is it tested, can one read it? Two thorough reviews; reviewing counts 20 %.',
    instructions:
      'Hand in your code as a file or a link, with how to run it in a few lines.\n\nWhen reviewing, run it first, then read it. Name file and line when you comment.',
    criteria: {
      works: {
        title: 'It does what was asked',
        description: 'Run it with the example of the task and one of your own.',
      },
      readability: {
        title: 'Readability',
        description: 'Names, length of functions, comments that say why.',
      },
      tests: {
        title: 'Tests',
        description: 'Do they cover the usual case and the edges, and could they fail?',
      },
      design: {
        title: 'Design',
        description: 'Are the parts well divided? What would you do in another way?',
      },
    },
  },
  design: {
    name: 'Design critique',
    description:
      'Sketches or a prototype: goal, use and craft, with a critique in words. Three reviews, quick rounds.',
    instructions:
      'Hand in pictures or a link to your prototype, and for whom it is in two sentences.\n\nWhen reviewing, describe first what you see, then what it does to you, and only then judge.',
    criteria: {
      goal: {
        title: 'Meets its goal',
        description: 'Does it solve the problem of those it is for?',
      },
      use: {
        title: 'Use',
        description:
          'Can one find one’s way without an explanation, also without a mouse or with poor sight?',
      },
      craft: {
        title: 'Craft',
        description: 'Type, colour, spacing and detail.',
      },
      critique: {
        title: 'Critique',
        description: 'What works, what does not, and one thing to try.',
      },
    },
  },
  clinical: {
    name: 'Clinical protocol',
    description:
      'A protocol or care plan: safety first, evidence, completeness. Two careful reviews with reasons.',
    instructions:
      'Hand in your protocol without anything by which a patient could be recognised. Give the guideline you followed.\n\nWhen reviewing, check safety first, and say what you would do if you found a risk.',
    criteria: {
      safety: {
        title: 'Safe for the patient',
        description: 'No step endangers anybody; dangers are named, with what to do.',
      },
      evidence: {
        title: 'Evidence',
        description: 'Does it follow a current guideline or give good reasons not to?',
      },
      completeness: {
        title: 'Completeness',
        description: 'Assessment, steps, doses, who does what, and follow-up.',
      },
      clarity: {
        title: 'Clarity',
        description: 'Could a colleague act by it at once, at night?',
      },
    },
  },
  product: {
    name: 'Group product',
    description:
      'What a group has made, with how it came about: result, usefulness, documentation. Three reviews; reviewing counts 20 %.',
    instructions:
      'Hand in the product of your group, with a page on how you made it and who did what.\n\nWhen reviewing, try it out as somebody it is meant for would.',
    criteria: {
      result: {
        title: 'Result',
        description: 'Is it finished, correct and of good quality?',
      },
      usefulness: {
        title: 'Usefulness',
        description: 'Does it help those it is made for?',
      },
      documentation: {
        title: 'Documentation',
        description: 'Can others understand, use and continue it?',
      },
      process: {
        title: 'Working together',
        description: 'Does the page show how the group divided and checked its work?',
      },
    },
  },
} as const;
