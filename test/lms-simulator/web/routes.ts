import type { Express, Request, RequestHandler, Response } from 'express';
import { ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import {
  activityPage,
  copyCoursePage,
  coursePage,
  homePage,
  newWindowPage,
  personPage,
  pickerPage,
} from './course-pages.ts';
import { cellPage, gradebookPage, saveCell, submissionPage } from './gradebook-pages.ts';
import { html } from './html.ts';
import { page } from './layout.ts';
import { misbehaviourPage, saveMisbehaviour } from './misbehaviour-pages.ts';
import { peoplePage, savePeople } from './people-pages.ts';
import { PAGE_SCRIPT, RETURN_SCRIPT, STORAGE_SCRIPT } from './scripts.ts';
import { STYLE } from './style.ts';
import { activateTool, deepLinkReturnPage, registerPage, toolReturnPage, toolsPage } from './tool-pages.ts';

type Render = (platform: Platform, request: Request) => string | Promise<string>;

/** A refusal is a page too. @throws what is not a refusal */
function explain(platform: Platform, response: Response, error: unknown): void {
  if (!(error instanceof ServiceError)) throw error;
  const body = html`<p class="note" role="alert">${error.message}</p>
    <p><a href="/">Courses and people</a></p>`;
  response
    .status(error.status)
    .type('html')
    .send(page(platform, 'That did not work', body));
}

const show =
  (platform: Platform, render: Render): RequestHandler =>
  async (request, response) => {
    try {
      response.type('html').send(await render(platform, request));
    } catch (error) {
      explain(platform, response, error);
    }
  };

/** Does something and goes to the page it names. */
const act =
  (platform: Platform, action: Render): RequestHandler =>
  async (request, response) => {
    try {
      response.redirect(303, await action(platform, request));
    } catch (error) {
      explain(platform, response, error);
    }
  };

function addAssets(app: Express): void {
  const assets: [path: string, type: string, text: string][] = [
    ['/assets/style.css', 'css', STYLE],
    ['/assets/page.js', 'js', PAGE_SCRIPT],
    ['/assets/return.js', 'js', RETURN_SCRIPT],
    ['/assets/storage.js', 'js', STORAGE_SCRIPT],
  ];
  for (const [path, type, text] of assets)
    app.get(path, (_request, response) => void response.type(type).send(text));
  const storage = '<!doctype html><title>Platform storage</title><script src="/assets/storage.js"></script>';
  app.get('/frames/storage', (_request, response) => void response.type('html').send(storage));
}

export function addPages(app: Express, platform: Platform): void {
  addAssets(app);
  const course = '/as/:user/courses/:course';
  const pages: [path: string, render: Render][] = [
    ['/', homePage],
    ['/as/:user', personPage],
    [course, coursePage],
    [`${course}/add`, pickerPage],
    [`${course}/activities/:link`, activityPage],
    [`${course}/activities/:link/launch`, newWindowPage],
    [`${course}/gradebook`, gradebookPage],
    [`${course}/gradebook/:item/:learner`, cellPage],
    [`${course}/gradebook/:item/:learner/submission`, submissionPage],
    [`${course}/people`, peoplePage],
    ['/misbehaviour', misbehaviourPage],
    ['/tools', toolsPage],
    ['/tools/register', registerPage],
    [platform.profile.paths.toolReturn, toolReturnPage],
  ];
  for (const [path, render] of pages) app.get(path, show(platform, render));
  app.post(platform.profile.paths.deepLinkReturn, show(platform, deepLinkReturnPage));
  const actions: [path: string, action: Render][] = [
    [`${course}/gradebook/:item/:learner`, saveCell],
    [`${course}/copy`, copyCoursePage],
    [`${course}/people`, savePeople],
    ['/misbehaviour', saveMisbehaviour],
    ['/tools/:client/activate', activateTool],
  ];
  for (const [path, action] of actions) app.post(path, act(platform, action));
}
