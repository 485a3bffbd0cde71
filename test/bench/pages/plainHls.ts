/** A page with hls.js alone: a key plays a playlist on its video. */
declare const Hls: typeof import('hls.js').default;

const video = document.querySelector('video') as HTMLVideoElement;

/** The bench calls this. The next press of Enter plays the playlist. */
const ready = (playlist: string) => {
  window.addEventListener('keydown', () => {
    const hls = new Hls();
    hls.loadSource(playlist);
    hls.attachMedia(video);
    video.play().catch(() => undefined);
  });
};
Object.assign(window, { ready });
