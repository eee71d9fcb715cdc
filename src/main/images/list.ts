/** The images on the engine. */
import type { ImageDetail, ImageSummary } from '../../shared/contract/images.js';
import { refuse, type EngineService } from '../engine/index.js';
import { imageHistory, imageInspect, imageList } from './answers.js';
import { toDetail, toSummary } from './summary.js';

/** Every image but the intermediate ones of builds, newest first. */
export async function listImages(engine: EngineService): Promise<readonly ImageSummary[]> {
  const answer: unknown = await engine
    .docker()
    .listImages()
    .catch(refuse({ title: 'The images could not be listed' }));
  return imageList.parse(answer).map(toSummary);
}

/** One image by reference or id. @throws FailureError `not-found` */
export async function inspectImage(engine: EngineService, image: string): Promise<ImageDetail> {
  const found = engine.docker().getImage(image);
  const [raw, history] = (await Promise.all([found.inspect(), found.history()]).catch(
    refuse({ title: `${image} is not on this engine`, remedy: 'It may have been removed or renamed since.' }),
  )) as [unknown, unknown];
  return toDetail(imageInspect.parse(raw), imageHistory.parse(history), raw);
}
