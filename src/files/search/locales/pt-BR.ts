import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Pesquisar por nome",
  clear: "Limpar a pesquisa",
  order: "Ordenar",
  orders: {
    newest: "Mais recentes primeiro",
    oldest: "Mais antigos primeiro",
    name: "Por nome",
    largest: "Maiores primeiro",
    smallest: "Menores primeiro",
  },
  none: (query) => `Nenhum nome de arquivo contém “${query}”.`,
  partly: (loaded, total, formats) =>
    `Apenas ${formats.number(loaded)} de ${formats.number(total)} arquivos estão incluídos.`,
  loadAll: "Incluir todos",
  loadMore: "Incluir mais",
  loading: (loaded, total, formats) => `Carregando… ${formats.number(loaded)} de ${formats.number(total)} arquivos`,
};
