import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "البحث بالاسم",
  clear: "مسح البحث",
  order: "الترتيب",
  orders: {
    newest: "الأحدث أولًا",
    oldest: "الأقدم أولًا",
    name: "حسب الاسم",
    largest: "الأكبر أولًا",
    smallest: "الأصغر أولًا",
  },
  none: (query) => `لا يوجد اسم ملف يحتوي على «${query}».`,
  partly: (loaded, total, formats) =>
    `عدد الملفات المشمولة: ${formats.number(loaded)} فقط من أصل ${formats.number(total)}.`,
  loadAll: "تضمين الكل",
  loadMore: "تضمين المزيد",
  loading: (loaded, total, formats) => `جارٍ التحميل… ${formats.number(loaded)} من ${formats.number(total)}`,
};
