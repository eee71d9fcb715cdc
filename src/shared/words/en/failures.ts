/** What failures of several kinds have in common. */

export const failures = {
  'failures.cancelled': 'It was cancelled.',

  'failures.shouldNotHave': 'Something went wrong that should not have.',

  'failures.again': 'Try again.',
} as const;
