/**
 * The app's only `<video>`. It lies under the canvas and is visible where the canvas is empty. A page sets its
 * position, and the canvas draws everything around it.
 */
import { type Box, STAGE } from './stage';

/** The video element and its position. */
export interface VideoWindow {
  readonly element: HTMLVideoElement;
  /** Creates the element ahead of time, while the app is idle. Without this call, it is created on first use. */
  prepare(): void;
  /** Shows the element in a box of the stage. */
  show(box: Box): void;
  hide(): void;
  /**
   * Keeps the current picture in front of the video, so that opening the same exercise again (at another pace)
   * shows no gap. Does nothing when there is no picture.
   */
  keepFrame(): void;
  /** Removes the kept picture. */
  releaseFrame(): void;
  /** True while a picture is kept. */
  readonly isKept: boolean;
}

/** The `readyState` (HAVE_CURRENT_DATA) from which a `<video>` has a picture. */
const HAS_PICTURE = 2;

const share = (part: number, whole: number) => `${(100 * part) / whole}%`;

/** Puts the video and the canvas for the kept picture under the app's canvas, in the page's `#stage`. */
function layElements() {
  const element = document.createElement('video');
  element.muted = true;
  element.setAttribute('playsinline', '');
  element.setAttribute('disableremoteplayback', '');
  element.tabIndex = -1;
  // The live region tells screen readers what the video shows.
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

/** Creates a window without an element, since the first video element takes a browser a while. */
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
