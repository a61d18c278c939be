// Streamlit's own words that no style sheet reaches: the page's language and the names read out by screen readers.
const WORDS = {
  "Sidebar": "侧栏",
  "App pages": "页面",
  "Collapse sidebar": "收起侧栏",
  "Expand sidebar": "展开侧栏",
  "Open sidebar": "展开侧栏",
  "Close sidebar": "收起侧栏",
  "file upload": "选择文件",
  "Add files": "添加文件",
  "Open": "展开",
  "Choose date": "选择日期",
  "Previous month": "上个月",
  "Next month": "下个月",
  "Dismiss": "关闭",
  "Clear value": "清除",
  "No results": "没有符合的选项",
  "Choose an option": "请选择",
  "Running...": "正在计算",
  "Connection error": "连接中断",
  "Connecting": "正在连接",
  "Streamlit server is not responding. Are you connected to the internet?": "本机的程序没有回应，可能已停止；请重新启动后刷新本页。",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
    "本机的程序没有回应，可能已停止；请重新启动后刷新本页。",
  "Failed to generate file for download": "没有生成文件；页面更新后写明原因的请照办，没有写的请重试",
};
const STARTS = [["Remove ", "移除 "], ["Choose date, ", "选择日期，"], ["year, ", "年，"], ["month, ", "月，"], ["day, ", "日，"]];
const PLACES = '[data-testid="stSelectboxVirtualDropdown"], [data-testid="stConnectionStatus"], [role="dialog"], [data-testid="stDownloadButtonError"]';
const NAMES = ["aria-label", "title", "placeholder"];

function said(words) {
  if (WORDS[words]) return WORDS[words];
  const start = STARTS.find(([english]) => words.startsWith(english));
  return start ? start[1] + words.slice(start[0].length) : null;
}

function translate(element) {
  for (const name of NAMES) {
    const chinese = element.hasAttribute(name) && said(element.getAttribute(name));
    if (chinese) element.setAttribute(name, chinese);
  }
  const only = element.childNodes.length === 1 && element.firstChild.nodeType === Node.TEXT_NODE;
  if (only && WORDS[element.textContent] && element.closest(PLACES)) {
    element.firstChild.nodeValue = WORDS[element.textContent];
  }
}

function translateAll(root) {
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  translate(root);
  root.querySelectorAll("[aria-label], [title], [placeholder]").forEach(translate);
  if (root.closest(PLACES)) root.querySelectorAll("*").forEach(translate);
  root.querySelectorAll(PLACES).forEach((place) => place.querySelectorAll("*").forEach(translate));
}

export default function () {
  document.documentElement.lang = "zh-CN";
  if (window.suyuanSpeaksChinese) return;
  window.suyuanSpeaksChinese = true;
  translateAll(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translate(change.target);
      else change.addedNodes.forEach(translateAll);
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: NAMES });
}
