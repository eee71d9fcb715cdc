/** The keychain process: keytar and nothing else, so that a keychain that hangs or crashes takes only this with it. */
import { answerParent } from '../processes/index.js';
import { answerQuestion } from './keychain-answer.js';
import { numberedQuestion, type NumberedAnswer } from './keychain-protocol.js';

answerParent((message, post) => {
  const asked = numberedQuestion.safeParse(message);
  if (!asked.success) return;
  const { id, question } = asked.data;
  void answerQuestion(question).then((said) => post({ id, answer: said } satisfies NumberedAnswer));
});
