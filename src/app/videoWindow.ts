/**
 * The one `<video>` of the app. It lies under the canvas, and is seen where the canvas is left
 * empty: a page says where, the canvas draws everything else around it.
 */
import { type Box, STAGE } from './stage';

/** The one video element, and where it shows. */
export interface VideoWindow {
  readonly element: HTMLVideoElement;
  /** Makes the element while nobody waits for it; else it is made when it is first wanted. */
  prepare(): void;
  /** Shows the element in a box of the stage. */
  show(box: Box): void;
  hide(): void;
  /**
   * Holds the picture now on screen in front of the video, so that opening the same exercise anew
   * (another pace) shows no gap. Does nothing when there is no picture.
   */
  keepFrame(): void;
  /** The video shows itself again. */
  releaseFrame(): void;
  /** A picture is being held. */
  readonly isKept: boolean;
}

/** Below this a `<video>` has no picture to hold (HAVE_CURRENT_DATA). */
const HAS_PICTURE = 2;

const share = (part: number, whole: number) => `${(100 * part) / whole}%`;

/** The element, and what holds a picture of it, laid under the canvas in the page's `#stage`. */
function layElements() {
  const element = document.createElement('video');
  element.muted = true;
  element.setAttribute('playsinline', '');
  element.setAttribute('disableremoteplayback', '');
  element.tabIndex = -1;
  // What it shows is told by the live region.
  element.setAttribute('aria-hidden', 'true');
  Object.assign(element.style, {
    position: 'absolute',
    zIndex: '1',
    objectFit: 'cover',
    visibility: 'hidden',
    background: '#12201f',
  });
  const stage = document.getElementById('stage') ?? document.body;
  stage.appendChild(element);
  const still = document.createElement('canvas');
  Object.assign(still.style, { position: 'absolute', zIndex: '1', visibility: 'hidden' });
  stage.appendChild(still);
  return { element, still };
}

/** A window without an element as yet: for its first, a browser takes a while to get ready. */
export function createVideoWindow(): VideoWindow {
  let made: ReturnType<typeof layElements> | undefined;
  const elements = () => (made ??= layElements());
  let isKept = false;
  const releaseFrame = () => {
    isKept = false;
    if (made) made.still.style.visibility = 'hidden';
  };
  return {
    get element() {
      return elements().element;
    },
    prepare: () => void elements(),
    get isKept() {
      return isKept;
    },
    keepFrame() {
      const { element, still } = elements();
      const { readyState, videoHeight, videoWidth } = element;
      if (isKept || readyState < HAS_PICTURE || !videoWidth) return;
      still.width = videoWidth;
      still.height = videoHeight;
      still.getContext('2d')?.drawImage(element, 0, 0);
      const { height, left, top, width } = element.style;
      Object.assign(still.style, { left, top, width, height, visibility: 'visible' });
      isKept = true;
    },
    releaseFrame,
    show(box) {
      Object.assign(elements().element.style, {
        left: share(box.x, STAGE.w),
        top: share(box.y, STAGE.h),
        width: share(box.w, STAGE.w),
        height: share(box.h, STAGE.h),
        visibility: 'visible',
      });
    },
    hide() {
      if (made) made.element.style.visibility = 'hidden';
      releaseFrame();
    },
  };
}
