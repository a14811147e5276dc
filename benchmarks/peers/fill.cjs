// Fills a template with docxtemplater, easy-template-x or carbone, as their documentation shows, and prints the seconds
// it took, by the clock and of the processor.
//
// NODE_PATH=<node_modules of the peers> node fill.cjs TOOL TEMPLATE.docx RECORDS.json FOLDER   (run by benchmarks/docx.py)

const fs = require('fs');
const path = require('path');

const tools = {
  docxtemplater(template) {
    const PizZip = require('pizzip');
    const Docxtemplater = require('docxtemplater');
    const content = fs.readFileSync(template);
    return async (record) => {
      const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
      document.render(record);
      return document.toBuffer();
    };
  },
  'easy-template-x'(template) {
    const { TemplateHandler } = require('easy-template-x');
    const handler = new TemplateHandler();
    const content = fs.readFileSync(template);
    return (record) => handler.process(content, record);
  },
  carbone(template) {
    const carbone = require('carbone');
    return (record) => new Promise((resolve, reject) => {
      carbone.render(template, record, (error, result) => (error ? reject(error) : resolve(result)));
    });
  },
};

async function main([tool, template, records, folder]) {
  const made = JSON.parse(fs.readFileSync(records, 'utf-8'));
  const fill = tools[tool](template);
  const write = async (record, number) => fs.writeFileSync(path.join(folder, `${number}.docx`), await fill(record));
  await write(made[0], 0);
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  for (let number = 1; number <= made.length; number += 1) {
    await write(made[number - 1], number);
  }
  const used = process.cpuUsage(before);
  console.log(Number(process.hrtime.bigint() - start) / 1e9, (used.user + used.system) / 1e6);
  process.exit(0);
}

main(process.argv.slice(2));
