import { folded } from './folded.ts';

/** What a column of a position table tells. */
export type Column =
  | 'contract'
  | 'side'
  | 'size'
  | 'value'
  | 'entry'
  | 'mark'
  | 'liquidation'
  | 'leverage'
  | 'margin'
  | 'profit';

/**
 * What the exchanges call their columns in the ten languages that their pages are read in most: English, Chinese in both
 * scripts, Russian, Korean, Japanese, Turkish, Vietnamese, Spanish, Portuguese. A word stands for one column in all of them.
 */
const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  contract:
    'symbol|coin|contract|contracts|market|pair|trading pair|instrument|asset|合约|交易对|币种|标的|合约名称|合約|交易對|幣種|標的|合約名稱|символ|контракт|контракты|инструмент|монета|пара|торговая пара|심볼|코인|계약|종목|거래쌍|거래 페어|シンボル|銘柄|コイン|契約|取引ペア|通貨ペア|sembol|kontrat|kontratlar|sözleşme|parite|işlem çifti|mã|cặp|hợp đồng|cặp giao dịch|ký hiệu|símbolo|contrato|contratos|moneda|par|par de trading|moeda|ativo|par de negociação',
  side: 'side|direction|方向|сторона|направление|방향|サイド|yön|taraf|hướng|chiều|lado|dirección|direção',
  size: 'size|qty|quantity|amount|position size|数量|大小|仓位|持仓量|仓位大小|持仓数量|數量|倉位|持倉量|倉位大小|持倉數量|размер|количество|кол-во|объем|объём|размер позиции|수량|크기|규모|사이즈|포지션 크기|포지션 규모|サイズ|建玉|ポジションサイズ|ポジション数量|boyut|miktar|büyüklük|pozisyon büyüklüğü|kích thước|số lượng|khối lượng|quy mô|quy mô vị thế|kích thước vị thế|tamaño|cantidad|cant|tamaño de la posición|tamanho|quantidade|qtd|qtde|tamanho da posição',
  value:
    'value|position value|notional value|价值|仓位价值|價值|倉位價值|стоимость|стоимость позиции|가치|포지션 가치|価値|ポジション価値|değer|pozisyon değeri|giá trị|giá trị vị thế|valor|valor de la posición|valor de posición|valor da posição',
  entry:
    'entry|entry price|avg price|avg entry price|average entry price|开仓价格|开仓价|开仓均价|开仓平均价|入场价格|入场价|開倉價格|開倉價|開倉均價|入場價格|入場價|цена входа|средняя цена входа|ср цена входа|цена открытия|진입가|진입 가격|평균 진입가|평균 진입 가격|参入価格|エントリー価格|平均参入価格|平均エントリー価格|建値|平均建値|giriş fiyatı|ortalama giriş fiyatı|ort giriş fiyatı|giá vào|giá vào lệnh|giá vào lệnh trung bình|giá vào trung bình|precio de entrada|precio medio de entrada|precio promedio de entrada|precio de entrada promedio|preço de entrada|preço médio de entrada|preço de entrada médio',
  mark: 'mark|mark price|标记价格|标记价|標記價格|標記價|цена маркировки|маркировка|марк цена|маркировочная цена|시장 평균가|마크 가격|마크가|표시 가격|マーク価格|işaret fiyatı|işaretleme fiyatı|gösterge fiyatı|giá đánh dấu|precio de marca|precio marcado|preço de marcação|preço de marca|preço marcado',
  liquidation:
    'liq price|liquidation price|est liq price|est liquidation price|estimated liquidation price|强平价格|强平价|预估强平价|预估强平价格|预计强平价|預估強平價|預估強平價格|強平價格|強平價|цена ликвидации|цена ликв|расч цена ликвидации|расчетная цена ликвидации|расчётная цена ликвидации|청산가|청산 가격|강제 청산가|강제 청산 가격|예상 청산가|예상 청산 가격|清算価格|強制決済価格|強制清算価格|推定清算価格|予想清算価格|予想強制決済価格|likidasyon fiyatı|lik fiyatı|tahmini likidasyon fiyatı|tasfiye fiyatı|giá thanh lý|giá thanh lý ước tính|precio de liquidación|precio de liq|precio liq|precio estimado de liquidación|precio de liquidación estimado|preço de liquidação|preço de liq|preço liq|preço estimado de liquidação|preço de liquidação estimado',
  leverage:
    'leverage|杠杆|杠杆倍数|槓桿|槓桿倍數|плечо|кредитное плечо|레버리지|レバレッジ|kaldıraç|đòn bẩy|apalancamiento|alavancagem',
  margin:
    'margin|position margin|initial margin|im|保证金|仓位保证金|初始保证金|起始保证金|保證金|倉位保證金|初始保證金|起始保證金|маржа|маржа позиции|начальная маржа|마진|증거금|포지션 마진|초기 마진|개시 증거금|マージン|証拠金|ポジション証拠金|当初証拠金|初期証拠金|marj|teminat|pozisyon marjı|başlangıç marjı|ký quỹ|ký quỹ vị thế|ký quỹ ban đầu|margen|margen de posición|margen de la posición|margen inicial|margem|margem da posição|margem de posição|margem inicial',
  profit:
    'pnl|unrealized pnl|unrealised pnl|unrealized p&l|unrealised p&l|upl|floating pnl|profit|盈亏|未实现盈亏|浮动盈亏|收益|收益额|浮动收益|盈虧|未實現盈虧|未結盈虧|收益額|浮動收益|нереализованный pnl|нереализованная p&l|прибыль|прибыль и убыток|손익|미실현 손익|損益|未実現損益|含み損益|gerçekleşmemiş pnl|gerçekleşmemiş k&z|kâr/zarar|k/z|pnl chưa ghi nhận|lãi/lỗ|lãi lỗ|lãi lỗ chưa thực hiện|pnl no realizado|pyg|pyg no realizadas|ganancias y pérdidas|pnl não realizado|l&p não realizado|lucros e perdas',
};

/** Longer texts are no header. */
export const MOST_HEADER_CHARACTERS = 48;

/** Signs, spaces and what stands in brackets say nothing of what a column is. */
const bare = (text: string): string =>
  folded(text)
    .replaceAll(/[(（[].*$/g, '')
    .replaceAll(/[\s.:*]/g, '');

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries(COLUMN_WORDS).flatMap(([column, words]) =>
    words.split('|').map((word) => [bare(word), column as Column] as const),
  ),
);

/** What the column under a header tells; null where the header is not known to the letter: others are not guessed. */
export const columnOf = (header: string): Column | null =>
  header.length > MOST_HEADER_CHARACTERS ? null : (COLUMNS.get(bare(header)) ?? null);
