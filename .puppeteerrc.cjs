// The tests run in the system's browsers, so puppeteer's own download (which a locked-down network refuses) is never wanted.
module.exports = { skipDownload: true };
