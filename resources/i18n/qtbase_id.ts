<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en_US">
  <context>
    <name>QPlatformTheme</name>
    <message><source>OK</source><translation>OK</translation></message>
    <message><source>Save</source><translation>Simpan</translation></message>
    <message><source>Save All</source><translation>Simpan semua</translation></message>
    <message><source>Open</source><translation>Buka</translation></message>
    <message><source>&amp;Yes</source><translation>&amp;Ya</translation></message>
    <message><source>Yes to &amp;All</source><translation>Ya untuk s&amp;emua</translation></message>
    <message><source>&amp;No</source><translation>&amp;Tidak</translation></message>
    <message><source>N&amp;o to All</source><translation>T&amp;idak untuk semua</translation></message>
    <message><source>Abort</source><translation>Hentikan</translation></message>
    <message><source>Retry</source><translation>Coba lagi</translation></message>
    <message><source>Ignore</source><translation>Abaikan</translation></message>
    <message><source>Close</source><translation>Tutup</translation></message>
    <message><source>Cancel</source><translation>Batal</translation></message>
    <message><source>Discard</source><translation>Buang perubahan</translation></message>
    <message><source>Help</source><translation>Bantuan</translation></message>
    <message><source>Apply</source><translation>Terapkan</translation></message>
    <message><source>Reset</source><translation>Kembalikan</translation></message>
    <message><source>Restore Defaults</source><translation>Kembali ke bawaan</translation></message>
    <message><source>&amp;Save</source><translation>&amp;Simpan</translation></message>
  </context>
  <context>
    <name>QDialogButtonBox</name>
    <message><source>OK</source><translation>OK</translation></message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message><source>&amp;Undo</source><translation>&amp;Urungkan</translation></message>
    <message><source>&amp;Redo</source><translation>&amp;Ulangi</translation></message>
    <message><source>Cu&amp;t</source><translation>Po&amp;tong</translation></message>
    <message><source>&amp;Copy</source><translation>&amp;Salin</translation></message>
    <message><source>Copy &amp;Link Location</source><translation>Salin alamat &amp;tautan</translation></message>
    <message><source>&amp;Paste</source><translation>&amp;Tempel</translation></message>
    <message><source>Delete</source><translation>Hapus</translation></message>
    <message><source>Select All</source><translation>Pilih semua</translation></message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message><source>&amp;Undo</source><translation>&amp;Urungkan</translation></message>
    <message><source>&amp;Redo</source><translation>&amp;Ulangi</translation></message>
    <message><source>Cu&amp;t</source><translation>Po&amp;tong</translation></message>
    <message><source>&amp;Copy</source><translation>&amp;Salin</translation></message>
    <message><source>&amp;Paste</source><translation>&amp;Tempel</translation></message>
    <message><source>Delete</source><translation>Hapus</translation></message>
    <message><source>Select All</source><translation>Pilih semua</translation></message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>&amp;Cari di:</translation></message>
    <message><source>Files of &amp;type:</source><translation>&amp;Jenis berkas:</translation></message>
    <message><source>Look in:</source><translation>Cari di:</translation></message>
    <message><source>Back</source><translation>Kembali</translation></message>
    <message><source>Forward</source><translation>Maju</translation></message>
    <message><source>Parent Directory</source><translation>Folder induk</translation></message>
    <message><source>Create New Folder</source><translation>Buat folder baru</translation></message>
    <message><source>List View</source><translation>Tampilan daftar</translation></message>
    <message><source>Detail View</source><translation>Tampilan rinci</translation></message>
    <message><source>Go back</source><translation>Kembali</translation></message>
    <message><source>Go forward</source><translation>Maju</translation></message>
    <message><source>Go to the parent directory</source><translation>Ke folder induk</translation></message>
    <message><source>Create a New Folder</source><translation>Buat folder baru</translation></message>
    <message><source>Change to list view mode</source><translation>Ganti ke tampilan daftar</translation></message>
    <message><source>Change to detail view mode</source><translation>Ganti ke tampilan rinci</translation></message>
    <message><source>Sidebar</source><translation>Bilah samping</translation></message>
    <message><source>List of places and bookmarks</source><translation>Daftar tempat</translation></message>
    <message><source>Files</source><translation>Berkas</translation></message>
    <message><source>Files of type:</source><translation>Jenis berkas:</translation></message>
    <message><source>Find Directory</source><translation>Cari folder</translation></message>
    <message><source>Open</source><translation>Buka</translation></message>
    <message><source>Save As</source><translation>Simpan sebagai</translation></message>
    <message><source>Directory:</source><translation>Folder:</translation></message>
    <message><source>File &amp;name:</source><translation>&amp;Nama berkas:</translation></message>
    <message><source>&amp;Open</source><translation>&amp;Buka</translation></message>
    <message><source>&amp;Choose</source><translation>&amp;Pilih</translation></message>
    <message><source>&amp;Save</source><translation>&amp;Simpan</translation></message>
    <message><source>&amp;Rename</source><translation>&amp;Ganti nama</translation></message>
    <message><source>&amp;Delete</source><translation>&amp;Hapus</translation></message>
    <message><source>Show &amp;hidden files</source><translation>Tampilkan berkas &amp;tersembunyi</translation></message>
    <message><source>&amp;New Folder</source><translation>Folder &amp;baru</translation></message>
    <message><source>All Files (*)</source><translation>Semua berkas (*)</translation></message>
    <message><source>Directories</source><translation>Folder</translation></message>
    <message><source>All files (*)</source><translation>Semua berkas (*)</translation></message>
    <message><source>Recent Places</source><translation>Tempat terakhir</translation></message>
    <message><source>Remove</source><translation>Buang</translation></message>
    <message><source>My Computer</source><translation>Komputer ini</translation></message>
    <message><source>Drive</source><translation>Diska</translation></message>
    <message><source>File</source><translation>Berkas</translation></message>
    <message><source>Folder</source><translation>Folder</translation></message>
    <message><source>Alias</source><translation>Pintasan</translation></message>
    <message><source>Shortcut</source><translation>Pintasan</translation></message>
    <message><source>Unknown</source><translation>Tidak dikenal</translation></message>
    <message><source>Show </source><translation>Tampilkan </translation></message>
    <message><source>New Folder</source><translation>Folder baru</translation></message>
    <message><source>%1
Directory not found.
Please verify the correct directory name was given.</source><translation>%1
Folder tidak ditemukan.
Periksa nama foldernya.</translation></message>
    <message><source>%1 already exists.
Do you want to replace it?</source><translation>%1 sudah ada.
Ganti berkas itu?</translation></message>
    <message><source>%1
File not found.
Please verify the correct file name was given.</source><translation>%1
Berkas tidak ditemukan.
Periksa nama berkasnya.</translation></message>
    <message><source>'%1' is write protected.
Do you want to delete it anyway?</source><translation>'%1' dilindungi.
Tetap hapus?</translation></message>
    <message><source>Are you sure you want to delete '%1'?</source><translation>Hapus '%1'?</translation></message>
    <message><source>Could not delete directory.</source><translation>Folder tidak dapat dihapus.</translation></message>
    <message><source>Delete</source><translation>Hapus</translation></message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message><source>Name</source><translation>Nama</translation></message>
    <message><source>Size</source><translation>Ukuran</translation></message>
    <message><source>Kind</source><translation>Jenis</translation></message>
    <message><source>Type</source><translation>Jenis</translation></message>
    <message><source>Date Modified</source><translation>Diubah</translation></message>
    <message><source>My Computer</source><translation>Komputer ini</translation></message>
    <message><source>Computer</source><translation>Komputer</translation></message>
    <message><source>%1 byte(s)</source><translation>%1 bita</translation></message>
    <message><source>%1 bytes</source><translation>%1 bita</translation></message>
    <message><source>Invalid filename</source><translation>Nama berkas tidak sah</translation></message>
  </context>
  <context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>Diska</translation></message>
    <message><source>File</source><translation>Berkas</translation></message>
    <message><source>Folder</source><translation>Folder</translation></message>
    <message><source>Unknown</source><translation>Tidak dikenal</translation></message>
  </context>
  <context>
    <name>QMessageBox</name>
    <message><source>Show Details...</source><translation>Tampilkan rincian…</translation></message>
    <message><source>Hide Details...</source><translation>Sembunyikan rincian…</translation></message>
    <message><source>OK</source><translation>OK</translation></message>
    <message><source>Help</source><translation>Bantuan</translation></message>
  </context>
  <context>
    <name>QPrintDialog</name>
    <message><source>All Pages</source><translation>Semua halaman</translation></message>
    <message><source>Even Pages</source><translation>Halaman genap</translation></message>
    <message><source>Odd Pages</source><translation>Halaman ganjil</translation></message>
    <message><source>Print</source><translation>Cetak</translation></message>
    <message><source>Left to Right, Top to Bottom</source><translation>Kiri ke kanan, atas ke bawah</translation></message>
    <message><source>Print To File ...</source><translation>Cetak ke berkas…</translation></message>
    <message><source>OK</source><translation>OK</translation></message>
    <message><source>Cancel</source><translation>Batal</translation></message>
    <message><source>Print to File (PDF)</source><translation>Cetak ke berkas (PDF)</translation></message>
    <message><source>Local file</source><translation>Berkas</translation></message>
    <message><source>Write PDF file</source><translation>Tulis berkas PDF</translation></message>
    <message><source>&amp;Options &gt;&gt;</source><translation>&amp;Pilihan &gt;&gt;</translation></message>
    <message><source>&amp;Print</source><translation>&amp;Cetak</translation></message>
    <message><source>&amp;Options &lt;&lt;</source><translation>&amp;Pilihan &lt;&lt;</translation></message>
    <message><source>Print all</source><translation>Cetak semua</translation></message>
    <message><source>Print range</source><translation>Cetak rentang</translation></message>
    <message><source>Print selection</source><translation>Cetak pilihan</translation></message>
    <message><source>A0</source><translation>A0</translation></message>
    <message><source>A4</source><translation>A4</translation></message>
  </context>
  <context>
    <name>QPrintSettingsOutput</name>
    <message><source>Double Sided Printing</source><translation>Cetak bolak-balik</translation></message>
    <message><source>Long side binding</source><translation>Jilid sisi panjang</translation></message>
    <message><source>Short side binding</source><translation>Jilid sisi pendek</translation></message>
    <message><source>Off</source><translation>Tidak</translation></message>
    <message><source>Page &amp;Set:</source><translation>&amp;Kumpulan halaman:</translation></message>
    <message><source>Pages</source><translation>Halaman</translation></message>
    <message><source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source><translation>Tulis halaman dengan koma, rentang dengan tanda hubung. Misalnya 3,5-7,9 mencetak halaman 3, 5, 6, 7, dan 9.</translation></message>
    <message><source>Form</source><translation>Form</translation></message>
    <message><source>Copies</source><translation>Salinan</translation></message>
    <message><source>Print range</source><translation>Rentang cetak</translation></message>
    <message><source>Print all</source><translation>Cetak semua</translation></message>
    <message><source>Pages from</source><translation>Halaman dari</translation></message>
    <message><source>to</source><translation>sampai</translation></message>
    <message><source>Current Page</source><translation>Halaman ini</translation></message>
    <message><source>Selection</source><translation>Pilihan</translation></message>
    <message><source>Output Settings</source><translation>Pengaturan hasil</translation></message>
    <message><source>Copies:</source><translation>Salinan:</translation></message>
    <message><source>Collate</source><translation>Susun</translation></message>
    <message><source>Reverse</source><translation>Terbalik</translation></message>
    <message><source>Options</source><translation>Pilihan</translation></message>
    <message><source>Color Mode</source><translation>Warna</translation></message>
    <message><source>Color</source><translation>Berwarna</translation></message>
    <message><source>Grayscale</source><translation>Abu-abu</translation></message>
    <message><source>Duplex Printing</source><translation>Cetak dua sisi</translation></message>
    <message><source>None</source><translation>Tidak</translation></message>
    <message><source>Long side</source><translation>Sisi panjang</translation></message>
    <message><source>Short side</source><translation>Sisi pendek</translation></message>
  </context>
  <context>
    <name>QPrintWidget</name>
    <message><source>Form</source><translation>Form</translation></message>
    <message><source>Printer</source><translation>Pencetak</translation></message>
    <message><source>&amp;Name:</source><translation>&amp;Nama:</translation></message>
    <message><source>P&amp;roperties</source><translation>&amp;Sifat</translation></message>
    <message><source>Location:</source><translation>Tempat:</translation></message>
    <message><source>Preview</source><translation>Pratinjau</translation></message>
    <message><source>Type:</source><translation>Jenis:</translation></message>
    <message><source>Output &amp;file:</source><translation>&amp;Berkas hasil:</translation></message>
  </context>
  <context>
    <name>QPrintPropertiesDialog</name>
    <message><source>Printer Properties</source><translation>Sifat pencetak</translation></message>
    <message><source>Page</source><translation>Halaman</translation></message>
    <message><source>Advanced</source><translation>Lanjutan</translation></message>
  </context>
  <context>
    <name>QCalendarWidget</name>
    <message><source>Previous Month</source><translation>Bulan sebelumnya</translation></message>
    <message><source>Next Month</source><translation>Bulan berikutnya</translation></message>
  </context>
  <context>
    <name>QAbstractSpinBox</name>
    <message><source>&amp;Select All</source><translation>&amp;Pilih semua</translation></message>
    <message><source>&amp;Step up</source><translation>&amp;Naik</translation></message>
    <message><source>Step &amp;down</source><translation>&amp;Turun</translation></message>
  </context>
  <context>
    <name>QComboBox</name>
    <message><source>False</source><translation>Tidak</translation></message>
    <message><source>True</source><translation>Ya</translation></message>
  </context>
  <context>
    <name>QScrollBar</name>
    <message><source>Scroll here</source><translation>Gulir ke sini</translation></message>
    <message><source>Top</source><translation>Atas</translation></message>
    <message><source>Bottom</source><translation>Bawah</translation></message>
    <message><source>Page up</source><translation>Halaman naik</translation></message>
    <message><source>Page down</source><translation>Halaman turun</translation></message>
    <message><source>Scroll up</source><translation>Gulir naik</translation></message>
    <message><source>Scroll down</source><translation>Gulir turun</translation></message>
  </context>
<context>
<name>QTabBar</name>
    <message><source>Scroll Left</source><translation>Geser ke kiri</translation></message>
    <message><source>Scroll Right</source><translation>Geser ke kanan</translation></message>
</context>
<context>
<name>QIODevice</name>
    <message><source>No such file or directory</source><translation>Berkas atau folder tidak ada</translation></message>
</context>
</TS>
