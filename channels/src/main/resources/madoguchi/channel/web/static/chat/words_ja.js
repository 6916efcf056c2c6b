// Every word of the chat that does not come from the server. {telephone}, {hours}, {town} are the office's.
export const WORDS = {
  title: "{town} 窓口チャット",
  open: "質問する",
  openLong: "{town}の窓口チャットを開く",
  close: "閉じる",
  history: "会話",
  newTab: "（新しいタブで開きます）",

  welcome: {
    heading: "手続きや暮らしのことを、ふだんの言葉で聞いてください",
    can: "できること",
    canList: ["よくある質問に、24時間お答えします", "職員への相談を受け付けます"],
    cannot: "できないこと",
    cannotList: ["申請や届出の受付", "税額など、個人の情報の確認"],
    careTitle: "入力しないでください",
    care: "個人番号（マイナンバー）、名前、住所など",
    questions: "たとえば、こんな質問",
    categories: "分野から探す",
    faq: "よくある質問の一覧",
    telephone: "お電話：{telephone} 受付時間：{hours}",
  },

  compose: {
    label: "質問を入力",
    send: "送信",
    left: "あと{count}文字",
    over: "{count}文字多すぎます。短く分けて送ってください。",
    blank: "質問を入力してから、送信してください。",
    person: "職員に相談する",
    erase: "この会話を終えて消す",
    tools: "相談と終了",
  },

  completions: {
    label: "よくある質問の候補（選ぶと送ります）",
    count: "候補が{count}件あります。上下の矢印キーで選べます。",
  },

  from: { bot: "自動応答", staff: "職員", system: "お知らせ", resident: "あなた" },
  sources: "くわしい案内",
  sourcesPlain: "もとにした質問",
  choices: "選択肢",
  choicesCount: "選択肢が{count}つあります。",
  copy: "コピー",
  copied: "コピーしました",
  copyFailed: "コピーできませんでした",
  feedback: {
    ask: "役に立ちましたか",
    yes: "役に立った",
    no: "役に立たなかった",
    thanks: "ありがとうございます。",
    sorry: "ありがとうございます。別の言い方で聞いていただくか、職員に相談してください。",
    failed: "送れませんでした。もう一度押してください。",
  },
  typing: "回答を用意しています",
  newer: "新しい返事を見る",

  sending: "送信中",
  delivered: "受け付けました",
  waiting: "まだ届いていません",
  again: "もう一度送る",
  cancel: "取り消す",

  state: {
    waiting: "職員への相談を受け付けています。",
    place: "順番：{place}番目",
    estimate: "目安：{minutes}分ほど",
    staff: "職員が対応しています。",
  },

  trouble: {
    offline: "インターネットにつながっていません。入力した質問は残っています。つながると自動で送り直します。",
    network: "送信できませんでした。入力した質問は残っています。自動で送り直しています。",
    line: "つながりにくくなっています。自動でつなぎ直しています。",
    busy: "いま混み合っています。入力した質問は残っています。少し待って自動で送り直します。",
    broken: "いま受け付けることができません。入力した質問は残っています。少し待って自動で送り直します。",
    refused: "この内容は送信できませんでした。内容を直して、もう一度送ってください。",
    lost: "前の会話は終了しています。新しい会話を始めました。",
    unknown: "いまチャットをご利用いただけません。",
    telephone: "お急ぎのときは、お電話ください。{telephone}\n受付時間：{hours}",
    choiceLost: "前の会話は終了しているため、選択肢を使えません。もう一度、質問を送ってください。",
    loading: "チャットを読み込めませんでした。ページを開き直してください。",
  },

  eraseDialog: {
    title: "この会話を終えて消しますか",
    text: "話した内容は、この画面からも市のサーバーからも消えます。元に戻せません。",
    person: "職員に相談している場合は、その返事も受け取れなくなります。",
    yes: "終えて消す",
    no: "やめる",
    failed: "消すことができませんでした。少し待って、もう一度押してください。",
    done: "会話を終えて消しました。",
  },
};

/** A sentence with the town's facts and others in it. */
export function say(sentence, ...facts) {
  const known = Object.assign({}, ...facts);
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(known[name] ?? whole));
}
