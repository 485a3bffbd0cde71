/** What OK costs with hls.js alone: a page with a video and a key that plays a playlist. */
declare const Hls: typeof import('hls.js').default;

const video = document.querySelector('video') as HTMLVideoElement;

/** Called by the bench; the next press of Enter plays it. */
const ready = (playlist: string) => {
  window.addEventListener('keydown', () => {
    const hls = new Hls();
    hls.loadSource(playlist);
    hls.attachMedia(video);
    video.play().catch(() => undefined);
  });
};
Object.assign(window, { ready });
