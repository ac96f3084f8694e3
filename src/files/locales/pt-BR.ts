import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Arquivos enviados",
  heading: "Arquivos enviados",
  columns: { name: "Nome", status: "Status", size: "Tamanho", added: "Adicionado", actions: "Ações" },
  statuses: { PENDING: "Não concluído", COMPLETED: "Enviado", CANCELLED: "Cancelado", EXPIRED: "Expirado" },

  loading: "Carregando…",
  empty: "Nenhum arquivo ainda. O que você enviar aparece aqui.",
  count: (total, formats) => formats.plural(total, { one: "# arquivo", other: "# arquivos" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} de ${formats.number(total)}`,
  previous: "Página anterior",
  next: "Próxima página",
  refresh: "Atualizar a lista",

  openVisible: "Baixar",
  open: (name) => `Baixar ${name}`,
  cancel: (name) => `Cancelar o envio de ${name}`,

  notSetUp: "A lista de arquivos ainda não está configurada nesta página.",
  offline: "Você está sem conexão. A lista será carregada assim que ela voltar.",
  busy: (duration) =>
    `O servidor está ocupado. ${duration === null ? "Tentando de novo agora." : `Em ${duration} haverá nova tentativa.`}`,
  listFailed: "Não foi possível carregar os arquivos",
  notOpened: (name) => `Não foi possível abrir ${name}`,
  notCancelled: (name) => `Não foi possível cancelar ${name}`,
  problems: {
    network: "Não é possível acessar o servidor. Verifique sua conexão e tente de novo.",
    timeout: "O servidor demorou demais para responder. Tente de novo em instantes.",
    busy: "O servidor está muito ocupado. Tente de novo em instantes.",
    server: "O servidor teve um problema. Tente de novo em instantes.",
    unauthorized: "Você não fez login. Entre na sua conta e tente de novo.",
    forbidden: "Você não tem permissão para ver isto aqui.",
    "not-found": "O arquivo não está mais no servidor.",
    changed: "O status do arquivo mudou nesse meio-tempo. Atualize a lista.",
    refused: "O servidor não aceita esta solicitação.",
    protocol: "No momento, a lista não funciona nesta página. Avise os responsáveis pela página.",
  },
  serverSaid: (words) => `O servidor diz: “${words}”`,
  tryAgain: "Tentar de novo",
  dismiss: "Fechar esta mensagem",
  ready: (name) => `${name} está pronto, mas seu navegador não abriu uma aba.`,
  openLink: "Abrir",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Arquivos: ${range}.`,
  announceCancelled: (name) => `${name} cancelado.`,
} satisfies FilesMessages;

export const more = [] as const;
