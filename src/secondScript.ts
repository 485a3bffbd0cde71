/** The second script: everything that home does not need (`app/loading/secondScript.ts`). */

import { keepSecondScript } from './app/loading/secondScript';
import { lookForExercises } from './app/lookForExercises';
import { readLogo } from './app/readLogo';
import {
  createController,
  createDemonstration,
  createNarrator,
  createPreview,
} from './playback/create';
import { memoryCare } from './tv/memoryCare';
import { languageDialog } from './ui/components/languageDialog';
import { logoTexture } from './ui/components/logoTexture';
import { LogPanel } from './ui/log/LogPanel';
import { AboutPage } from './ui/pages/about/AboutPage';
import { AddPage } from './ui/pages/add/AddPage';
import { ByePage } from './ui/pages/bye/ByePage';
import { CodePage } from './ui/pages/code/CodePage';
import { DonePage } from './ui/pages/done/DonePage';
import { ExercisePage } from './ui/pages/exercise/ExercisePage';
import { HistoryPage } from './ui/pages/history/HistoryPage';
import { askLeftOut } from './ui/pages/home/leftOutDialog';
import { GroupPlayerPage } from './ui/pages/player/GroupPlayerPage';
import { PlayerPage } from './ui/pages/player/PlayerPage';
import { RoutinePage } from './ui/pages/routine/RoutinePage';
import { askNewRoutine } from './ui/pages/routine/routineDialogs';
import { SettingsPage } from './ui/pages/settings/SettingsPage';
import { TakePage } from './ui/pages/take/TakePage';
import { WaitingRoomPage } from './ui/pages/waitingRoom/WaitingRoomPage';
import { preload } from './ui/preload';
import type { SecondScriptScreens } from './ui/secondScriptScreens';

const screens: SecondScriptScreens = {
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
  lookForExercises,
  preload,
  LogPanel,
  logoTexture,
  askLeftOut,
  languageDialog,
  askNewRoutine,
};

keepSecondScript({
  createController,
  createDemonstration,
  createNarrator,
  createPreview,
  memoryCare,
  readLogo,
  screens,
});
