/** The second script: all that home can do without (`ui/later.ts`). */
import {
  createConductor,
  createDemonstration,
  createGuide,
  createPreview,
} from './playback/create';
import { keepLater } from './ui/later';
import { AboutPage } from './ui/pages/AboutPage';
import { AddPage } from './ui/pages/AddPage';
import { ByePage } from './ui/pages/ByePage';
import { CodePage } from './ui/pages/CodePage';
import { DonePage } from './ui/pages/DonePage';
import { ExercisePage } from './ui/pages/ExercisePage';
import { GroupPlayerPage } from './ui/pages/GroupPlayerPage';
import { HistoryPage } from './ui/pages/HistoryPage';
import { PlayerPage } from './ui/pages/PlayerPage';
import { RoutinePage } from './ui/pages/RoutinePage';
import { SettingsPage } from './ui/pages/SettingsPage';
import { TakePage } from './ui/pages/TakePage';
import { WaitingRoomPage } from './ui/pages/WaitingRoomPage';
import { preload } from './ui/preload';

keepLater({
  pages: {
    AboutPage,
    AddPage,
    ByePage,
    CodePage,
    DonePage,
    ExercisePage,
    GroupPlayerPage,
    HistoryPage,
    PlayerPage,
    RoutinePage,
    SettingsPage,
    TakePage,
    WaitingRoomPage,
  },
  createConductor,
  createDemonstration,
  createGuide,
  createPreview,
  preload,
});
